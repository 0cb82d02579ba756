/**
 * A folder in the shape of Electron's download for each system, with a program that does nothing. electron-builder packs
 * it as it would the real one, so that what it makes can be looked at where Electron can't be fetched.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** @electron/fuses finds a program's switches by these letters; a version, a length and a state each follow. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, 8]), Buffer.from('10110100')])

/** Gives back the folder. */
export function pretendElectron(folder, platform) {
  makers[platform](folder)
  return folder
}

const makers = {
  linux(folder) {
    put(folder, 'electron', Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSES]), 0o755)
    put(folder, 'chrome-sandbox', '', 0o755)
    common(folder)
  },
  win32(folder) {
    // Some program for Windows with a version in it: electron-builder writes the archive's hash beside that.
    const program = readFileSync(path.join(import.meta.dirname, 'node_modules/electron-winstaller/vendor/Squirrel.exe'))
    put(folder, 'electron.exe', Buffer.concat([program, FUSES]))
    common(folder)
  },
  darwin(folder) {
    const app = path.join(folder, 'Electron.app', 'Contents')
    put(app, 'MacOS/Electron', FUSES, 0o755)
    put(app, 'Info.plist', plist('Electron'))
    put(app, 'Frameworks/Electron Framework.framework/Electron Framework', FUSES, 0o755)
    for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
      const helper = `Electron Helper${kind}`
      put(app, `Frameworks/${helper}.app/Contents/MacOS/${helper}`, '', 0o755)
      put(app, `Frameworks/${helper}.app/Contents/Info.plist`, plist(helper))
    }
    put(app, 'Resources/electron.icns', '')
    put(app, 'Resources/en.lproj/locale.pak', '')
    put(folder, 'LICENSE', '')
    put(folder, 'LICENSES.chromium.html', '')
  },
}

function common(folder) {
  put(folder, 'locales/en-US.pak', '')
  put(folder, 'LICENSE', '')
  put(folder, 'LICENSES.chromium.html', '')
  mkdirSync(path.join(folder, 'resources'))
}

function plist(name) {
  const key = (word, value) => `<key>${word}</key><string>${value}</string>`
  const keys = key('CFBundleExecutable', name) + key('CFBundleName', name) + key('CFBundleIdentifier', 'com.github.Electron')
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${keys}</dict></plist>`
}

function put(folder, name, contents, mode = 0o644) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, contents, { mode })
}
