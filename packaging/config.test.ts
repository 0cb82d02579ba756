/** The configuration against electron-builder's own schema, and what `npm run package` refuses in a sentence. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './testing.ts'

const run = (code: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: join(root, 'packaging'), encoding: 'utf8' })

/** By electron-builder's validator, as when it builds. `change` is code that may spoil the configuration first. */
const validate = (change = ''): { status: number | null; stdout: string; stderr: string } => run(`
  import { createRequire } from 'node:module'
  import { appImageConfig, config } from './electron-builder.config.mjs'
  const require = createRequire(process.cwd() + '/package.json')
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config')
  ${change}
  for (const each of [config, appImageConfig]) await validateConfiguration(each, { isEnabled: false })
  console.log('valid')
`)

describe('the configuration', () => {
  it('is what electron-builder’s schema allows', () => {
    expect(validate()).toMatchObject({ status: 0, stdout: 'valid\n' })
  })

  it.each([['config.electronFuses.runAsNod = false', 'configuration.electronFuses'], ['config.nsis.perMachine = "no"', 'configuration.nsis'], ['config.mac.rank = 1', 'configuration.mac']])('%s would be refused', (change, word) => {
    const { status, stdout, stderr } = validate(change)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(word)
  })
})

describe('npm run package', () => {
  const choose = (words: string[], platform: string, programs: string[] = []): string => run(`
    import { chooseTargets } from '../scripts/packager.mjs'
    try {
      console.log(chooseTargets(${JSON.stringify(words)}, { platform: '${platform}', has: (program) => ${JSON.stringify(programs)}.includes(program) }).join(' '))
    } catch (error) {
      console.log(error.message)
    }
  `).stdout.trim()

  it('builds what the system can', () => {
    expect(choose([], 'linux', ['rpmbuild'])).toBe('deb rpm AppImage')
    expect(choose([], 'darwin')).toBe('dmg')
    expect(choose([], 'win32')).toBe('nsis')
    expect(choose(['appimage', 'DEB'], 'linux')).toBe('AppImage deb')
    expect(choose(['dir'], 'win32')).toBe('dir')
  })

  it('says where something else is built, and what is missing', () => {
    expect(choose(['dmg'], 'linux')).toBe('“dmg” is built on macOS. Here you can ask for deb, rpm, AppImage, or dir (a folder that runs, no installer).')
    expect(choose(['deb'], 'win32')).toBe('“deb” is built on Linux. Here you can ask for nsis, or dir (a folder that runs, no installer).')
    expect(choose(['snap'], 'darwin')).toBe('There is no package “snap”. Here you can ask for dmg, or dir (a folder that runs, no installer).')
    expect(choose([], 'linux')).toBe('An rpm needs the program rpmbuild (Debian, Ubuntu: sudo apt install rpm). Without it, ask for the others: npm run package -- deb AppImage')
    expect(choose([], 'freebsd')).toBe('There are no packages for freebsd: they are for Linux, macOS and Windows.')
  })

  const explain = (error: string): string => run(`import { explain } from '../scripts/packager.mjs'; console.log(explain(${error}))`).stdout.trim()

  it('says that the network is missing, whichever way it shows', () => {
    const sentence = 'Electron and electron-builder’s tools could not be fetched from github.com (ENOTFOUND). They are needed once for each version; look at the connection and try again. ELECTRON_MIRROR names another source of Electron.'
    expect(explain('new Error("getaddrinfo ENOTFOUND github.com")')).toBe(sentence)
    expect(explain('new Error("cannot fetch", { cause: Object.assign(new Error("x"), { code: "ENOTFOUND" }) })')).toBe(sentence)
    expect(explain('new Error("GET https://mirror.example/e.zip: Response code 404")')).toContain('from mirror.example (Response code 404)')
    expect(explain('new Error("Icon is too small")')).toBe('The packages were not built: Icon is too small')
  })

  it('says so where electron-builder itself can’t be fetched', () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterpoint-no-npm-'))
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'package.json'), '{ "devDependencies": { "electron-builder": "26.17.0" } }')
    const failing = "echo 'npm error code ENOTFOUND' >&2; echo 'npm error network request to https://registry.npmjs.org/x failed' >&2; exit 1"
    writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\n${failing}\n`, { mode: 0o755 })
    const { stdout } = run(`
      import { loadPackager, Refusal } from '../scripts/packager.mjs'
      process.env.PATH = ${JSON.stringify(join(folder, 'bin'))} + ':' + process.env.PATH
      try {
        loadPackager(${JSON.stringify(folder)})
      } catch (error) {
        console.log(error instanceof Refusal, error.message)
      }
    `)
    expect(stdout).toContain('true electron-builder could not be installed from npm: ENOTFOUND. Look at the connection and try again.')
  })
})
