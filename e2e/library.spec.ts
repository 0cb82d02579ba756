/** Tags, collections, speakers and issues: made, given, renamed, deleted, filtered by. */
import { expect, test } from './fixtures.ts'
import { bridgeFile, bridgeText, bridgeTitle, statements } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { expectAccessible } from './axe.ts'

test('tags and collections are made, given and filter the list', async ({ counterpoint: { page, run } }) => {
  await run(['import', bridgeFile])
  await run(['import', '-'], { input: 'Another story\n\nNothing about bridges here at all.' })
  const library = await new LibraryPage(page).open()
  await expect(library.articles.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: `More for ${bridgeTitle}` }).click()
  await page.getByRole('menuitem', { name: 'Tags and collections…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tags and collections' })
  await dialog.getByRole('textbox', { name: 'New tag' }).fill('bridges')
  await dialog.getByRole('button', { name: 'Add tag' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'bridges' })).toBeChecked()
  await dialog.getByRole('textbox', { name: 'New collection' }).fill('Vellen')
  await dialog.getByRole('button', { name: 'Add collection' }).click()
  await expect(dialog.getByRole('checkbox', { name: 'Vellen' })).toBeChecked()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  const nav = page.getByRole('navigation', { name: 'Library' })
  await nav.getByRole('link', { name: /^Vellen/ }).click()
  await expect(library.articles.getByRole('listitem')).toHaveCount(1)
  await nav.getByRole('link', { name: /^All articles/ }).click()
  await expect(library.articles.getByRole('listitem')).toHaveCount(2)
  await nav.getByRole('link', { name: /^bridges/ }).click()
  await expect(library.articles.getByRole('listitem')).toHaveCount(1)
})

test('a mistyped speaker is renamed, and a deleted issue comes back by undo', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(statements[0]!.words, { ...statements[0]!, speaker: 'Prot authority' })
  const library = await new LibraryPage(page).open()
  const nav = page.getByRole('navigation', { name: 'Library' })
  await nav.getByRole('button', { name: 'More for Prot authority' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Port authority')
  await page.keyboard.press('Enter')
  await expect(nav.getByRole('link', { name: /Port authority/ })).toBeVisible()
  await nav.getByRole('button', { name: `More for ${statements[0]!.issue}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(nav.getByRole('link', { name: new RegExp(statements[0]!.issue) })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(nav.getByRole('link', { name: new RegExp(statements[0]!.issue) })).toBeVisible()
  await library.openArticle(bridgeTitle)
})

test('details are shown as guesses and can be edited', async ({ counterpoint: { page, run } }) => {
  await run(['import', bridgeFile])
  await new LibraryPage(page).open()
  await page.getByRole('button', { name: `More for ${bridgeTitle}` }).click()
  await page.getByRole('menuitem', { name: 'Edit details…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Byline' })).toHaveValue(/Ines Kallas/)
  await expect(dialog.getByRole('textbox', { name: 'Published' })).toHaveValue('2024-03-12')
  await expect(dialog.getByText(/guessed/i).first()).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: 'Published' }).fill('some day')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('write a date as')
  await dialog.getByRole('textbox', { name: 'Published' }).fill('2024-03')
  await dialog.getByRole('textbox', { name: 'Publisher' }).fill('Coast Ledger')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('list', { name: 'Articles' })).toContainText('Coast Ledger')
})

test('files come in by drag and drop and by paste', async ({ counterpoint: { page } }) => {
  const drop = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
    return data
  }, bridgeText)
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer: drop })
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: drop })
  await page.locator('body').dispatchEvent('drop', { dataTransfer: drop })
  await expect(page.getByRole('heading', { level: 1, name: bridgeTitle })).toBeVisible()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Pasted story\n\nThis came from the clipboard, all of it.')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Pasted story' })).toBeVisible()
})
