/** Every act can be undone and redone. */
import { expect, test } from './fixtures.ts'
import { bridgeText, bridgeTitle, statements } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

test('highlights, statements and their fields, notes', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const redo = page.getByRole('button', { name: 'Redo', exact: true })
  const stance = reader.inspector.getByRole('radiogroup', { name: 'Stance' })
  await reader.mark(statements[0]!.words, statements[0]!)
  await stance.getByRole('radio', { name: 'Doubts' }).click()
  await expect(stance.getByRole('radio', { name: 'Doubts' })).toBeChecked()
  await undo.click()
  await expect(stance.getByRole('radio', { name: 'Asserts' })).toBeChecked()
  await redo.click()
  await expect(stance.getByRole('radio', { name: 'Doubts' })).toBeChecked()

  await reader.writeNote('A first thought')
  await undo.click()
  await expect(reader.inspector.getByRole('textbox', { name: 'Note' })).not.toContainText('A first thought')
  await redo.click()
  await expect(reader.inspector.getByRole('textbox', { name: 'Note' })).toContainText('A first thought')

  await reader.highlight(statements[1]!.words)
  const marks = page.getByRole('button', { name: /^(Statement|Highlight): / })
  await expect(marks).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect(marks).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(marks).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(marks).toHaveCount(1)
})

test('an article goes to the bin and comes back', async ({ counterpoint: { page } }) => {
  const library = new LibraryPage(page)
  await library.addText(bridgeText)
  await new ReaderPage(page).open()
  await library.open()
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()
  await page.getByRole('button', { name: `More for ${bridgeTitle}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('link', { name: bridgeTitle })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()
})
