/** Electron's program: where it is, and whether what is there is whole and of the right version. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The npm package, which brings the loader and the checksums but not the program. */
export const electronFolder = (project) => path.join(project, 'node_modules', 'electron')

/** The version that belongs to this Counterpoint; undefined when the package is not installed. */
export function electronVersion(project) {
  try {
    return JSON.parse(readFileSync(path.join(electronFolder(project), 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

/** The program's path inside its folder, as Electron's own loader has it. */
export function programPath(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** As Electron's own loader: also by npm's settings, and for this Mac's processor when Node runs under Rosetta. */
export function architecture(env = process.env) {
  const asked = env.ELECTRON_INSTALL_ARCH || env.npm_config_arch
  if (asked) return asked
  const translated = process.platform === 'darwin' && process.arch === 'x64' && spawnSync('sysctl', ['-in', 'sysctl.proc_translated'], { encoding: 'utf8' }).stdout?.trim() === '1'
  return translated ? 'arm64' : process.arch
}

/** The program that an earlier start has put there; undefined when there is none, or another version's, or only part of one. */
export function installedProgram(project) {
  const folder = electronFolder(project)
  try {
    const version = readFileSync(path.join(folder, 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    const named = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim()
    const program = path.join(folder, 'dist', named)
    return version === electronVersion(project) && named === programPath() && existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/** The program in the folder that ELECTRON_OVERRIDE_DIST_PATH names. */
export function overridingProgram(folder) {
  const program = path.join(folder, programPath())
  return existsSync(program) ? { program } : { problem: `ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron’s program (${program}): correct it, or unset it` }
}

/** Entries of a folder that carry the number of a process that runs no more: what is left of a fetch that was broken off. */
export function leftBehind(folder, pattern) {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => {
    const pid = pattern.exec(name)?.[1]
    return pid !== undefined && !isRunning(Number(pid))
  }).map((name) => path.join(folder, name))
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
