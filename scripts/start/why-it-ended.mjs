/** In a few words, why Electron ended before it had shown its window, and what to do. Undefined when what it said tells nothing that is known. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/** `said`: what it wrote to standard error. `program`: its path. */
export function whyItEnded(said, program, env = process.env) {
  if (/Running as root without --/.test(said)) return AS_ROOT
  if (/SUID sandbox helper binary|No usable sandbox/.test(said)) return noSandbox(/make sure that (.+?) is owned by root/.exec(said)?.[1] ?? path.join(path.dirname(program), 'chrome-sandbox'))
  if (/Missing X server|cannot open display|Failed to connect to .*Wayland|platform failed to initialize/i.test(said)) return `the desktop does not answer (${displays(env)}): start Counterpoint from a terminal of the desktop`
  const missing = /error while loading shared libraries: ([^\s:]+)/.exec(said)?.[1]
  if (missing) return `Electron needs ${missing}, which is not installed here: install it with the system’s packages`
  return undefined
}

export const AS_ROOT = 'Electron does not run as root: start Counterpoint as another user'

function noSandbox(helper) {
  const why = 'this system does not let Electron set up its sandbox'
  if (!existsSync(helper)) return `${why}: whoever looks after it has to allow unprivileged user namespaces for ${path.dirname(helper)}`
  const quoted = `'${helper.replaceAll("'", String.raw`'\''`)}'`
  return `${why}: allow it once with\n  sudo chown root: ${quoted} && sudo chmod 4755 ${quoted}`
}

function displays(env) {
  return ['DISPLAY', 'WAYLAND_DISPLAY'].filter((name) => env[name]).map((name) => `${name}=${env[name]}`).join(', ')
}
