/** Where Counterpoint keeps things on this platform, and which library a face opens: the same for all faces. */
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface PlatformPaths {
  /** Folder of data that the user would miss. */
  data: string
  /** Folder of what belongs to this device. */
  config: string
  /** Folder of the library when none is named. */
  library: string
  /** The file of this device's settings. */
  settings: string
}

type Environment = Record<string, string | undefined>

/** Linux: XDG Base Directory Specification, which ignores relative paths. */
export function platformPaths(env: Environment = process.env, platform: NodeJS.Platform = process.platform, home: string = os.homedir()): PlatformPaths {
  const join = platform === 'win32' ? path.win32.join : path.posix.join
  const isAbsolute = platform === 'win32' ? path.win32.isAbsolute : path.posix.isAbsolute
  const named = (name: string, fallback: string): string => {
    const value = env[name]
    return value && isAbsolute(value) ? value : fallback
  }
  if (platform === 'darwin') return under(join(home, 'Library', 'Application Support', 'Counterpoint'))
  if (platform === 'win32') return under(join(named('APPDATA', join(home, 'AppData', 'Roaming')), 'Counterpoint'))
  return under(
    join(named('XDG_DATA_HOME', join(home, '.local', 'share')), 'counterpoint'),
    join(named('XDG_CONFIG_HOME', join(home, '.config')), 'counterpoint'),
  )

  function under(data: string, config = data): PlatformPaths {
    return { data, config, library: join(data, 'library'), settings: join(config, 'settings.json') }
  }
}

/** The folder of the library to open: the one asked for, COUNTERPOINT_LIBRARY, the one last opened in the app, or the platform's. */
export function chooseLibrary(asked: string | undefined, paths: PlatformPaths, env: Environment = process.env): string {
  const folder = asked || env['COUNTERPOINT_LIBRARY'] || lastLibrary(paths.settings) || paths.library
  return path.resolve(folder)
}

/** Whether it is the library last opened in the app: then there was one. */
export function isRemembered(folder: string, paths: PlatformPaths): boolean {
  return lastLibrary(paths.settings) === folder
}

/** Settings that can't be read name no library: they are the app's to report. */
function lastLibrary(settingsFile: string): string | undefined {
  try {
    const settings: unknown = JSON.parse(readFileSync(settingsFile, 'utf8'))
    const library = settings && typeof settings === 'object' && 'library' in settings ? settings.library : undefined
    return typeof library === 'string' && library ? library : undefined
  } catch {
    return undefined
  }
}
