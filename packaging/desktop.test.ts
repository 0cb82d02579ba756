/** What Windows and macOS are told: the archive's hash, and for which files the program is one choice among others. */
import { createHash } from 'node:crypto'
import { openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { pack, root } from './testing.ts'

/** SHA-256 of the archive's list of files, as Electron computes it: 4 numbers of 4 bytes, the last the list's length, then the list. */
function hashOfList(archive: string): string {
  const head = Buffer.alloc(16)
  const file = openSync(archive, 'r')
  readSync(file, head, 0, 16, 0)
  const list = Buffer.alloc(head.readUInt32LE(12))
  readSync(file, list, 0, list.length, 16)
  return createHash('sha256').update(list).digest('hex')
}

describe('macOS', () => {
  let contents: string
  let plist: string
  beforeAll(() => {
    contents = join(pack({ platform: 'darwin', arch: 'arm64', targets: ['dir'] }).folder, 'mac-arm64/Counterpoint.app/Contents')
    plist = readFileSync(join(contents, 'Info.plist'), 'utf8')
  })

  it('is offered for texts and pages as an alternative', () => {
    const types = [...plist.matchAll(/<key>CFBundleTypeExtensions<\/key>\s*<array>(.*?)<\/array>.*?<key>CFBundleTypeRole<\/key>\s*<string>(\w+)<\/string>\s*<key>LSHandlerRank<\/key>\s*<string>(\w+)<\/string>/gs)]
    expect(types.map(([, extensions = '', role, rank]) => [[...extensions.matchAll(/<string>(.*?)<\/string>/g)].map(([, each]) => each), role, rank])).toEqual([
      [['txt'], 'Editor', 'Alternate'], [['md', 'markdown'], 'Editor', 'Alternate'], [['html', 'htm'], 'Viewer', 'Alternate'],
    ])
  })

  it('has its identity, its icon and the archive’s hash', () => {
    expect(plist).toMatch(/<key>CFBundleIdentifier<\/key>\s*<string>org\.counterpoint\.Counterpoint<\/string>/)
    expect(readFileSync(join(contents, 'Resources/icon.icns'))).toEqual(readFileSync(join(root, 'packaging/icons/icon.icns')))
    expect(plist).toContain(`<string>${hashOfList(join(contents, 'Resources/app.asar'))}</string>`)
  })
})

describe('Windows', () => {
  it('has the archive’s hash in the program', () => {
    const { folder } = pack({ platform: 'win32', arch: 'x64', targets: ['dir'] })
    const program = readFileSync(join(folder, 'win-unpacked/Counterpoint.exe'), 'latin1')
    expect(program).toContain(hashOfList(join(folder, 'win-unpacked/resources/app.asar')))
  })

  it('is added to “Open with”, leaves what opens a file as it is, and goes without a trace', () => {
    const script = readFileSync(join(root, 'packaging/open-with.nsh'), 'utf8')
    const [install = '', uninstall = ''] = ['customInstall', 'customUnInstall'].map((name) => new RegExp(`!macro ${name}\\n(.*?)!macroend`, 's').exec(script)?.[1])
    const named = (macro: string, text: string): string[] => [...text.matchAll(new RegExp(`!insertmacro ${macro} "(\\w+)"`, 'g'))].map(([, each = '']) => each)
    expect(named('offerFor', install)).toEqual(['txt', 'md', 'markdown', 'html', 'htm'])
    expect(named('offerNoMoreFor', uninstall)).toEqual(named('offerFor', install))
    const ownKeys = /^"Software\\Classes\\(\$\{COUNTERPOINT_CLASS\}|\.\$\{EXTENSION\}\\OpenWithProgids)/
    for (const [, key = ''] of script.matchAll(/^\s*(?:WriteReg|DeleteReg)\w+ SHELL_CONTEXT (".*?")/gm)) expect(key).toMatch(ownKeys)
  })
})
