/** What the Linux packages tell the system, and that none of them ever starts the program without its sandbox. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { filesBelow, pack, root, type Packed } from './testing.ts'

describe('deb and rpm', () => {
  let packed: Packed
  beforeAll(() => {
    packed = pack({ platform: 'linux', arch: 'x64', targets: ['deb', 'rpm'] })
  })

  const argumentsOf = (kind: 'deb' | 'rpm'): string[] => {
    const found = packed.computed.map(({ options }) => (options as [string[], string])[0]).find((words) => words.some((word) => word.endsWith(`.${kind}`)))
    if (!found) throw new Error(`No ${kind} was made.`)
    return found
  }
  const fileOf = (kind: 'deb' | 'rpm', ending: string): string => {
    const files = packed.computed.find(({ options }) => (options as [string[], string])[0] === argumentsOf(kind))!.files
    const [, words] = Object.entries(files).find(([name]) => name.endsWith(ending)) ?? []
    if (words === undefined) throw new Error(`The ${kind} holds no ${ending}.`)
    return words
  }

  it.each(['deb', 'rpm'] as const)('%s: the desktop entry offers the program for texts and pages, without a switch', (kind) => {
    const entry = fileOf(kind, '=/usr/share/applications/counterpoint.desktop')
    expect(entry.split('\n')).toEqual(expect.arrayContaining([
      'Name=Counterpoint', 'Exec=/opt/Counterpoint/counterpoint %U', 'Icon=counterpoint', 'StartupWMClass=counterpoint', 'Categories=Office;', 'MimeType=text/plain;text/markdown;text/html;',
    ]))
  })

  it.each(['deb', 'rpm'] as const)('%s: defines no file type anew, and brings the icon in every size', (kind) => {
    const words = argumentsOf(kind)
    expect(words.filter((word) => word.includes('/usr/share/mime'))).toEqual([])
    const sizes = words.flatMap((word) => /\/hicolor\/(\d+)x\d+\/apps\/counterpoint\.png$/.exec(word)?.[1] ?? [])
    expect(sizes).toEqual(['16', '24', '32', '48', '64', '128', '256', '512'])
  })

  it.each(['deb', 'rpm'] as const)('%s: installs an AppArmor profile that allows the sandbox, and takes it away again', (kind) => {
    const words = argumentsOf(kind)
    expect(words).toContain(`${packed.folder}/linux-unpacked/=/opt/Counterpoint`)
    const profile = readFileSync(join(packed.folder, 'linux-unpacked/resources/apparmor-profile'), 'utf8')
    expect(profile).toContain('profile "counterpoint" "/opt/Counterpoint/counterpoint" flags=(unconfined)')
    expect(profile).toMatch(/^\s*userns,$/m)
    expect(fileOf(kind, '-after-install')).toContain("APPARMOR_PROFILE_SOURCE='/opt/Counterpoint/resources/apparmor-profile'")
    expect(fileOf(kind, '-after-remove')).toContain("APPARMOR_PROFILE_DEST='/etc/apparmor.d/counterpoint'")
  })

  it('name a maintainer and a home page that can be nobody else’s', () => {
    const words = argumentsOf('deb')
    expect(words[words.indexOf('--maintainer') + 1]).toBe('Counterpoint contributors <maintainers@counterpoint.invalid>')
    expect(words[words.indexOf('--url') + 1]).toBe('https://counterpoint.invalid/')
    expect(words[words.indexOf('--license') + 1]).toBe('MIT')
  })

  it('say --no-sandbox nowhere', () => {
    for (const { options, files } of packed.computed) expect(JSON.stringify([options, files])).not.toContain('no-sandbox')
    expect(readdirSync(join(packed.folder, 'linux-unpacked'))).not.toContain('AppRun')
  })
})

describe.runIf(process.platform === 'linux')('AppImage', () => {
  /** What goes into the image. */
  let image: string
  beforeAll(() => {
    const tools = mkdtempSync(join(tmpdir(), 'counterpoint-appimage-'))
    image = join(tools, 'image')
    for (const folder of ['runtimes', 'lib/x64']) mkdirSync(join(tools, folder), { recursive: true })
    // In place of the program that makes a file system of a folder: keeps the folder.
    writeFileSync(join(tools, 'mksquashfs'), `#!/bin/sh\ncp -a "$1" '${image}' && echo image > "$2"\n`, { mode: 0o755 })
    writeFileSync(join(tools, 'desktop-file-validate'), '#!/bin/sh\n', { mode: 0o755 })
    writeFileSync(join(tools, 'runtimes/runtime-x64'), 'runtime')
    writeFileSync(join(tools, 'lib/x64/libexample.so'), '')
    pack({ platform: 'linux', arch: 'x64', targets: ['AppImage'], makes: true, env: { APPIMAGE_TOOLS_PATH: tools } })
    writeFileSync(join(image, 'counterpoint'), '#!/bin/sh\nprintf "%s\\n" "$@"\n')
    chmodSync(join(image, 'counterpoint'), 0o755)
  })

  /** Starts it on a system where programs may, or may not, set up a sandbox for themselves. */
  const start = (allowed: boolean): { status: number | null; stdout: string; stderr: string } => {
    const programs = mkdtempSync(join(tmpdir(), 'counterpoint-path-'))
    writeFileSync(join(programs, 'unshare'), `#!/bin/sh\nexit ${allowed ? 0 : 1}\n`, { mode: 0o755 })
    return spawnSync(join(image, 'AppRun'), ['an article.txt'], { encoding: 'utf8', env: { ...process.env, APPDIR: image, PATH: `${programs}:${process.env.PATH}` } })
  }

  it('has our starting script and a desktop entry without a switch', () => {
    expect(readFileSync(join(image, 'AppRun'), 'utf8')).toBe(readFileSync(join(root, 'packaging/app-run.sh'), 'utf8'))
    expect(readFileSync(join(image, 'counterpoint.desktop'), 'utf8')).toMatch(/^Exec=AppRun %U$/m)
    const texts = filesBelow(image).filter((name) => !name.startsWith('resources/') && !/\.(png|pak|html|txt|so)$/.test(name))
    for (const name of texts) expect(readFileSync(join(image, name), 'utf8').replace(/^#.*$/gm, ''), name).not.toContain('no-sandbox')
  })

  it('gives the program its arguments alone', () => {
    expect(start(true)).toMatchObject({ status: 0, stdout: 'an article.txt\n', stderr: '' })
  })

  it('says in a sentence what to do where the system allows no sandbox, and never goes without one', () => {
    const { status, stdout, stderr } = start(false)
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'an article.txt\n' })
    expect(stderr).toBe('Counterpoint may not start: this system lets an AppImage set up no sandbox. If it doesn’t, install the deb or rpm package, which brings the permission.\n')
  })
})
