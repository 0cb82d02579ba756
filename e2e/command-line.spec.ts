/** The command line works on the same library, also while the app shows it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
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
