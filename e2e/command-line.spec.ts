/** The command line works on the same library, also while the app shows it. */
import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, root } from './faces/running-app.ts'
import { expect, runCommand, test } from './fixtures.ts'
import { bridgeFile, bridgeText, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'

test('the app shows what the command line brings in', async ({ counterpoint }) => {
  const library = await new LibraryPage(counterpoint.page).open()
  const imported = await counterpoint.run(['import', bridgeFile])
  expect(imported.stderr).toBe('')
  const [id, title] = imported.stdout.trim().split('\t')
  expect(title).toBe(bridgeTitle)
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()

  const markdown = join(import.meta.dirname, 'samples', 'harbour-bridge.md')
  expect((await counterpoint.run(['import', markdown])).status).toBe(0)
  await expect(library.articles.getByRole('link', { name: 'Vellen bridge: what the minutes say' })).toBeVisible()

  const articles = (await counterpoint.run(['articles', '--json'])).stdout.trim().split('\n').map((line) => JSON.parse(line) as { id: string; publisher: string })
  expect(articles).toHaveLength(2)
  expect(articles.map((article) => article.publisher)).toContain('Coast Ledger')
  expect((await counterpoint.run(['search', 'careful', 'photographs'])).stdout).toContain(id!)
  expect((await counterpoint.run(['search', 'zeppelin'])).stdout).toBe('')
})

test('exports go to a file or to standard output; an existing file needs --force', async ({ counterpoint: { run, home } }) => {
  expect((await run(['import', '-'], { input: bridgeText })).status).toBe(0)
  for (const format of ['markdown', 'html', 'csv', 'web-annotation', 'json']) {
    const { status, stdout } = await run(['export', '--format', format])
    expect([format, status]).toEqual([format, 0])
    expect(stdout.length).toBeGreaterThan(20)
  }
  const file = join(home, 'export.json')
  expect((await run(['export', '--format', 'json', '--output', file])).status).toBe(0)
  const again = await run(['export', '--format', 'json', '--output', file])
  expect(again).toMatchObject({ status: 1, stdout: '' })
  expect(again.stderr).toContain('--force')
  writeFileSync(file, 'old')
  expect((await run(['export', '--format', 'json', '--output', file, '--force'])).status).toBe(0)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'counterpoint' })

  const elsewhere = join(home, 'elsewhere')
  expect((await run(['import', file, '--library', elsewhere])).status).toBe(0)
  expect((await run(['export', '--format', 'json', '--library', elsewhere])).stdout).toBe(readFileSync(file, 'utf8'))
})

/** Runs the command line with its output going to `stdout`, or to a reader that is gone. */
function runInto(stdout: number | 'closed', home: string, words: string[]): Promise<{ status: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...words], { env: environment(home), stdio: ['ignore', stdout === 'closed' ? 'pipe' : stdout, 'pipe'] })
    child.stdout?.destroy()
    let stderr = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => { stderr += text })
    child.on('close', (status) => resolve({ status, stderr }))
  })
}

test('output that can’t be written ends with a sentence; a reader that has seen enough, without a word', async ({ home }) => {
  test.skip(!existsSync('/dev/full'), 'this system has no /dev/full')
  const [id] = (await runCommand(home, ['import', bridgeFile])).stdout.split('\t')
  for (const words of [['articles'], ['search', 'bridge'], ['export', '--format', 'json', '--article', id!], ['--help']]) {
    expect([words, await runInto(openSync('/dev/full', 'w'), home, words)]).toEqual([words, { status: 1, stderr: 'The output can\'t be written: the disk is full.\n' }])
    expect([words, await runInto('closed', home, words)]).toEqual([words, { status: 0, stderr: '' }])
  }
})
