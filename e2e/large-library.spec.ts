/** A library's file that is larger than any article may be: it shows how far it has come, can be stopped, and comes in whole. */
import { join } from 'node:path'
import { writeLargeLibrary } from '../bench/library/large-library.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'

test('a large library is stopped and leaves nothing, then comes in', async ({ counterpoint }) => {
  const { page, home } = counterpoint
  const file = join(home, 'large.json')
  writeLargeLibrary(file, { articles: 150, statementsEach: 4, speakers: 5, issues: 5 })
  const dialog = await new LibraryPage(page).openAddDialog()
  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog.getByRole('status')).toContainText(/Reading 1 of 1, \d+\s%/)
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByText('The import was stopped. Nothing was added.')).toBeVisible()
  await expect(new LibraryPage(page).articles.getByRole('listitem')).toHaveCount(0)

  await dialog.locator('input[type=file]').setInputFiles(file)
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await expect(page.getByText('Added 150 articles')).toBeVisible()
})
