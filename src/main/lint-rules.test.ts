/** The import rules of the house are only worth something when they fire: each is broken once here, in a folder of its own. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-lint-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the linter says about one file with these lines, its rules' names and messages. */
function lint(path: string, text: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const result = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', '--format=unix', path], { cwd: folder, encoding: 'utf8' })
  rmSync(file)
  return result.stdout + result.stderr
}

const uses = (from: string): string => `import { thing } from '${from}'\nexport const other = thing\n`

describe('an import that the house forbids is an error', () => {
  it.each([
    ['src/shared/article.ts', '../main/app.ts'],
    ['src/shared/anchor/selectors.ts', '../../renderer/api.ts'],
    ['src/shared/article.ts', 'node:fs'],
    ['src/shared/article.ts', 'react'],
    ['src/shared/article.ts', 'electron'],
    ['src/renderer/api.ts', '../main/app.ts'],
    ['src/renderer/api.ts', 'electron'],
    ['src/renderer/reader/page.tsx', '../../main/app.ts'],
    ['src/renderer/reader/page.tsx', 'node:fs'],
    ['src/renderer/library/page.tsx', '../reader/page.tsx'],
    ['src/renderer/reader/page.tsx', '../statements/page.tsx'],
    ['src/renderer/statements/page.tsx', '../compare/page.tsx'],
    ['src/renderer/statements/page.tsx', '../names/page.tsx'],
    ['src/renderer/names/page.tsx', '../statements/page.tsx'],
    ['src/renderer/compare/page.tsx', '../export/page.tsx'],
    ['src/renderer/export/page.tsx', '../settings/page.tsx'],
    ['src/renderer/settings/page.tsx', '../library/page.tsx'],
    ['src/renderer/settings/page.tsx', '../shell/page.tsx'],
    ['src/renderer/ui/button.tsx', '../library/page.tsx'],
    ['src/main/app.ts', 'electron'],
    ['src/main/server.ts', './electron/window.ts'],
    ['src/main/cli/arguments.ts', '../electron/window.ts'],
    ['src/main/server/serve.ts', 'electron'],
    ['src/main/electron/window.ts', 'electron'],
    ['src/main/app.ts', 'better-sqlite3'],
    ['src/main/articles/article-service.ts', 'better-sqlite3'],
    ['src/main/electron.ts', 'better-sqlite3'],
    ['src/main/formats/html.ts', '../articles/article-service.ts'],
    ['src/main/formats/import/html.ts', '../../articles/article-service.ts'],
    ['src/main/articles/article-service.ts', '../highlights/highlight-table.ts'],
    ['src/main/articles/article-table.ts', '../highlights/highlight-table.ts'],
    ['src/main/articles/article-service.ts', '../../renderer/api.ts'],
    ['src/preload/index.ts', '../main/app.ts'],
    ['e2e/read.spec.ts', 'electron'],
  ])('%s imports %s', (path, from) => {
    expect(lint(path, uses(from))).toContain('no-restricted-imports')
  })

  it('names of electron that belong to the other side', () => {
    expect(lint('src/preload/index.ts', 'import { ipcMain } from \'electron\'\nexport const main = ipcMain\n')).toContain('no-restricted-imports')
    expect(lint('src/main/electron.ts', 'import { ipcRenderer } from \'electron\'\nexport const page = ipcRenderer\n')).toContain('no-restricted-imports')
  })
})

describe('an import that the house allows is none', () => {
  it.each([
    ['src/shared/article.ts', 'valibot'],
    ['src/shared/words.ts', 'diff'],
    ['src/shared/document.ts', '@lexical/headless'],
    ['src/shared/anchor/selectors.ts', '../values.ts'],
    ['src/renderer/reader/page.tsx', '../../shared/export.ts'],
    ['src/renderer/reader/page.tsx', '../ui/button.tsx'],
    ['src/renderer/reader/page.tsx', './selection-toolbar.tsx'],
    ['src/renderer/shell/shell.tsx', '../reader/page.tsx'],
    ['src/main/electron.ts', './electron/window.ts'],
    ['src/main/electron.ts', 'electron'],
    ['src/preload/index.ts', 'electron'],
    ['src/main/articles/article-service.ts', './article-table.ts'],
    ['src/main/articles/article-service.ts', '../highlights/highlight-service.ts'],
    ['src/main/articles/article-table.ts', 'better-sqlite3'],
    ['src/main/database/open.ts', 'better-sqlite3'],
    ['src/main/formats/html.ts', '../../shared/clean-text.ts'],
    ['src/main/formats/html.ts', '../../shared/body.ts'],
  ])('%s imports %s', (path, from) => {
    expect(lint(path, uses(from))).toBe('')
  })

  it('types of electron, in its own folder', () => {
    expect(lint('src/main/electron/window.ts', 'import type { App } from \'electron\'\nexport type Other = App\n')).toBe('')
  })
})

describe('size', () => {
  it('a file over 400 lines, a function over 50, a console outside the command line', () => {
    expect(lint('src/main/long.ts', 'export const a = 1\n'.replace('a', 'b') + '// line\n'.repeat(400))).toContain('max-lines')
    expect(lint('src/main/long.ts', `export function f(): number {\n${'  f()\n'.repeat(50)}  return 1\n}\n`)).toContain('max-lines-per-function')
    expect(lint('src/main/app.ts', 'console.log(1)\n')).toContain('no-console')
  })
})
