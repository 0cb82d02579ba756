/** What is packed for each system: the program, what it reads, the packages it imports, one binary; and nothing else. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { archiveIn, type Archive, filesBelow, fusesOf, pack, root } from './testing.ts'

const systems = [
  { platform: 'linux', arch: 'x64', resources: 'linux-unpacked/resources', program: 'linux-unpacked/counterpoint' },
  { platform: 'win32', arch: 'x64', resources: 'win-unpacked/resources', program: 'win-unpacked/Counterpoint.exe' },
  { platform: 'darwin', arch: 'arm64', resources: 'mac-arm64/Counterpoint.app/Contents/Resources', program: 'mac-arm64/Counterpoint.app' },
  { platform: 'darwin', arch: 'x64', resources: 'mac/Counterpoint.app/Contents/Resources', program: 'mac/Counterpoint.app' },
] as const

interface Manifest { name: string; version: string; dependencies?: Record<string, string> }
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** The packages that Node finds from `folder` for its dependencies and theirs, as name@version. */
function dependenciesOf(folder: string, found = new Set<string>()): Set<string> {
  for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
    const places = folder.split(/(?=[/\\])/).map((_, index, parts) => join(...parts.slice(0, parts.length - index), 'node_modules', name))
    const place = places.find((each) => existsSync(join(each, 'package.json')))
    if (!place) throw new Error(`${name}, which ${folder} depends on, is not installed.`)
    const { version } = manifestOf(place)
    if (found.has(`${name}@${version}`)) continue
    found.add(`${name}@${version}`)
    dependenciesOf(place, found)
  }
  return found
}

describe.each(systems)('packed for $platform $arch', ({ platform, arch, resources, program }) => {
  let folder: string
  let files: Archive['files']
  let read: Archive['read']
  let names: string[]
  beforeAll(() => {
    folder = pack({ platform, arch, targets: ['dir'] }).folder
    const archive = archiveIn(join(folder, resources))
    files = archive.files
    read = archive.read
    names = files.map(({ name }) => name)
  })

  it('holds the built program, its resources, the licence and the packages, and no other folder', () => {
    expect([...new Set(names.map((name) => name.split('/')[0]))].toSorted()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json', 'resources'])
    for (const part of ['out', 'resources']) {
      expect(names.filter((name) => name.startsWith(`${part}/`)).map((name) => name.slice(part.length + 1)).toSorted()).toEqual(filesBelow(join(root, part)).toSorted())
    }
    expect(names).toContain('resources/icon.png')
    expect(names).toContain('resources/sample/sample-article.md')
  })

  it('holds the packages that run, and theirs, and none of development', () => {
    const manifests = names.filter((name) => /^node_modules\/(.+\/node_modules\/)?(@[^/]+\/)?[^/]+\/package\.json$/.test(name))
    const packed = new Set(manifests.map((name) => JSON.parse(read(name)) as Manifest).map(({ name, version }) => `${name}@${version}`))
    // Sources and types for compilers do nothing when the program runs.
    const needed = [...dependenciesOf(root)].filter((each) => !/^(node-addon-api|undici-types|@types\/.*)@/.test(each))
    expect([...packed].toSorted()).toEqual(needed.toSorted())
    expect(names).toContain('node_modules/hunspell-wasm/wasm/hunspell.wasm')
    expect([...packed].filter((each) => /^(react|lexical|electron|vite|playwright|typescript)@/.test(each))).toEqual([])
  })

  it('keeps the licence of every package that has one', () => {
    const isLicence = (name: string): boolean => /^licen[cs]e/i.test(name.split('/').at(-1) ?? '')
    const packages = names.filter((name) => name.endsWith('/package.json') && name.startsWith('node_modules/')).map((name) => name.slice(0, -'/package.json'.length))
    const lost = packages.filter((each) => existsSync(join(root, each)) && filesBelow(join(root, each)).some((name) => !name.includes('/') && isLicence(name)))
      .filter((each) => !names.some((name) => name.startsWith(`${each}/`) && isLicence(name)))
    expect(lost).toEqual([])
  })

  it('has one library of the system, outside the archive, and nothing else there', () => {
    const library = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`
    expect(names.filter((name) => name.endsWith('.node'))).toEqual([library])
    expect(files.filter(({ unpacked }) => unpacked).map(({ name }) => name)).toEqual([library])
    expect(filesBelow(join(folder, resources, 'app.asar.unpacked'))).toEqual([library])
  })

  it('says what it is, and nothing of how it is made', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, unknown>
    const { version } = manifestOf(root)
    expect(manifest).toMatchObject({ name: 'counterpoint', productName: 'Counterpoint', desktopName: 'counterpoint.desktop', version, main: 'out/main/electron.js', type: 'module' })
    for (const word of ['scripts', 'devDependencies', 'optionalDependencies']) expect(manifest[word] ?? 'nothing', word).toBe('nothing')
  })

  it('can’t be started as Node, be debugged, or load an app that was not packed', async () => {
    expect(await fusesOf(join(folder, program))).toEqual({
      RunAsNode: false, EnableCookieEncryption: false, EnableNodeOptionsEnvironmentVariable: false, EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true, OnlyLoadAppFromAsar: true, LoadBrowserProcessSpecificV8Snapshot: false, GrantFileProtocolExtraPrivileges: false,
    })
  })

  it('looks for no newer version', () => {
    expect(filesBelow(folder).filter((name) => /app-update\.yml|latest.*\.yml|package-type/.test(name))).toEqual([])
    expect(names.filter((name) => name.includes('electron-updater'))).toEqual([])
  })
})
