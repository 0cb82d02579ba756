/** What runs without Electron holds no import of it. Reads the built files: `npm test` builds before it comes here. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'out/main')
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])([^"'\n]+)\1/g

/** Every module that a built file imports, itself or through its chunks: packages by name, files by path. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, , specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (specifier.startsWith('.')) importsOf(join(dirname(file), specifier), found)
    else found.add(specifier)
  }
  return found
}

/** The packages among `specifiers`: what the program finds in node_modules, once for all its entries. */
function packagesIn(specifiers: string[]): string[] {
  const named = specifiers.map((each) => /^(?:@[\w.-]+\/)?[\w.-]+(?=\/|$)/.exec(each)?.[0])
  return [...new Set(named)].filter((each) => each !== undefined && each !== 'electron' && !isBuiltin(each)).toSorted() as string[]
}

beforeAll(() => {
  if (existsSync(join(built, 'server.js'))) return
  const { status, stderr } = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, encoding: 'utf8', shell: true })
  expect(stderr.includes('error') ? stderr : '', 'the build').toBe('')
  expect(status).toBe(0)
}, 120_000)

describe('the built bundle', () => {
  it.each(['server.js', 'cli.js', 'library-worker.js', 'format-worker.js', 'backup-worker.js'])('%s imports no electron', (name) => {
    const imported = [...importsOf(join(built, name))]
    expect(imported.some((each) => each.startsWith('node:'))).toBe(true)
    expect(imported.filter((each) => /^electron(\/|$)|electron\.js$/.test(each))).toEqual([])
  })

  it('electron.js does, so the test can see one', () => {
    expect([...importsOf(join(built, 'electron.js'))]).toContain('electron')
  })

  it('the preload script needs electron and no other module', () => {
    const script = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8')
    expect([...script.matchAll(IMPORT)].map(([, , specifier]) => specifier)).toEqual(['electron'])
  })

  it('imports the packages that are "dependencies", and every one of them: what ships is what runs', () => {
    const imported = readdirSync(built).filter((name) => name.endsWith('.js')).flatMap((name) => [...importsOf(join(built, name))])
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
    expect(packagesIn(imported)).toEqual(Object.keys(dependencies).toSorted())
  })
})
