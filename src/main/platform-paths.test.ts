import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseLibrary, platformPaths } from './platform-paths.ts'

describe('platformPaths', () => {
  it('follows XDG on Linux, and ignores a relative XDG folder', () => {
    expect(platformPaths({}, 'linux', '/home/ana')).toEqual({
      data: '/home/ana/.local/share/counterpoint',
      config: '/home/ana/.config/counterpoint',
      library: '/home/ana/.local/share/counterpoint/library',
      settings: '/home/ana/.config/counterpoint/settings.json',
    })
    const paths = platformPaths({ XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: 'relative' }, 'linux', '/home/ana')
    expect(paths.library).toBe('/data/counterpoint/library')
    expect(paths.settings).toBe('/home/ana/.config/counterpoint/settings.json')
  })

  it('keeps everything in one folder on macOS and Windows', () => {
    expect(platformPaths({}, 'darwin', '/Users/ana').settings).toBe('/Users/ana/Library/Application Support/Counterpoint/settings.json')
    expect(platformPaths({ APPDATA: 'C:\\Roaming' }, 'win32', 'C:\\Users\\ana').library).toBe('C:\\Roaming\\Counterpoint\\library')
    expect(platformPaths({}, 'win32', 'C:\\Users\\ana').data).toBe('C:\\Users\\ana\\AppData\\Roaming\\Counterpoint')
  })
})

describe('chooseLibrary', () => {
  let home: string
  beforeEach(() => { home = mkdtempSync(path.join(os.tmpdir(), 'paths-')) })
  afterEach(() => rmSync(home, { recursive: true }))

  it('takes the option, then the environment, then the library last opened, then the platform folder', () => {
    const paths = { ...platformPaths({}, 'linux', home), settings: path.join(home, 'settings.json') }
    const env = { COUNTERPOINT_LIBRARY: '/from/environment' }
    expect(chooseLibrary(undefined, paths, {})).toBe(path.resolve(paths.library))
    writeFileSync(paths.settings, JSON.stringify({ library: '/last/opened' }))
    expect(chooseLibrary(undefined, paths, {})).toBe(path.resolve('/last/opened'))
    expect(chooseLibrary(undefined, paths, env)).toBe(path.resolve('/from/environment'))
    expect(chooseLibrary('/asked', paths, env)).toBe(path.resolve('/asked'))
  })

  it.each(['', '[]', 'null', '{"library": null}', '{"library": 3}', '{broken'])('falls back on the platform folder when the settings hold %s', (text) => {
    const paths = { ...platformPaths({}, 'linux', home), settings: path.join(home, 'settings.json') }
    writeFileSync(paths.settings, text)
    expect(chooseLibrary(undefined, paths, {})).toBe(path.resolve(paths.library))
  })
})
