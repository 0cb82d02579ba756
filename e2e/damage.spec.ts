/** One flipped bit in a note: the library goes on, says so, and takes just the note from a backup. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { bridgeText, statements } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

/** Everywhere in the file; both have the same length. */
function spoil(library: string, was: string, becomes: string): void {
  const file = join(library, 'library.db')
  const bytes = readFileSync(file)
  for (let at = bytes.indexOf(was); at >= 0; at = bytes.indexOf(was, at + 1)) bytes.write(becomes, at)
  writeFileSync(file, bytes)
}

test('a damaged note is told, and taken from a backup without anything else', async ({ counterpoint }) => {
  await new LibraryPage(counterpoint.page).addText(bridgeText)
  const reader = await new ReaderPage(counterpoint.page).open()
  await reader.mark(statements[0]!.words, statements[0]!)
  await reader.writeNote('A first thought')
  await counterpoint.page.evaluate(() => { location.hash = '#/settings' })
  await counterpoint.page.getByRole('button', { name: 'Back up now' }).click()
  await expect(counterpoint.page.getByText('Made when you asked')).toBeVisible()
  await counterpoint.page.goBack()
  const again = await new ReaderPage(counterpoint.page).open()
  await again.highlight(statements[1]!.words)

  const page = await counterpoint.restartAfter(() => spoil(counterpoint.library, 'A first thought', 'A firsd thought'))
  const bar = page.getByRole('status').filter({ hasText: /damaged/ })
  await expect(bar).toBeVisible()
  await page.getByRole('button', { name: 'Look at it' }).click()
  const dialog = page.getByRole('dialog', { name: 'Damaged things' })
  const note = dialog.getByRole('listitem', { name: 'Note “A firsd thought”' })
  await expect(note.getByText('A first thought')).toBeVisible()
  await expect(note.getByText('A firsd thought', { exact: true })).toBeVisible()
  await note.getByRole('button', { name: 'Take it from the backup' }).click()
  await expect(note).toHaveCount(0)
  await dialog.getByRole('button', { name: /^Take all/ }).click()
  await expect(dialog.getByText('Nothing is damaged any more.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^(Statement|Highlight): / })).toHaveCount(2)
  expect((await counterpoint.run(['verify'])).stdout).toMatch(/^All equal: 2 highlights/)
})
