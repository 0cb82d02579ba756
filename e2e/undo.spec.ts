/** Every act can be undone and redone. */
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { bridgeText, bridgeTitle, markBridge, statements } from './marking.ts'
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

test('the Undo of a message takes back what it speaks of, and not what was done since', async ({ counterpoint: { page } }) => {
  await goTo(page, `#/article?articleId=${await markBridge(page, [0, 2])}`)
  const reader = await new ReaderPage(page).open()
  const marks = page.getByRole('button', { name: /^Statement: / })
  await marks.first().click()
  await reader.article.focus()
  await page.keyboard.press('Delete')
  await expect(marks).toHaveCount(1)
  const message = page.getByRole('dialog', { name: 'Highlight and its statement deleted' })
  // Under the pointer it stays.
  await message.hover()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+Digit4')
  await expect(marks).toHaveAccessibleName(/doubts/)
  await message.getByRole('button', { name: 'Undo' }).click()
  await expect(marks).toHaveCount(2)
  await expect(marks.nth(1)).toHaveAccessibleName(/doubts/)
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

test('an import, details, the archive, tags, collections, names and colours', async ({ counterpoint: { page } }) => {
  const library = new LibraryPage(page)
  await library.addText(bridgeText)
  const reader = await new ReaderPage(page).open()
  await reader.mark(statements[0]!.words, statements[0]!)
  await library.open()
  const title = library.articles.getByRole('link', { name: bridgeTitle })
  const nav = page.getByRole('navigation', { name: 'Library' })
  const choose = async (owner: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: `More for ${owner}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const press = async (key: 'Control+z' | 'Control+Shift+z'): Promise<void> => {
    await expect(page.getByRole('dialog', { includeHidden: true }).filter({ has: page.getByRole('heading') })).toHaveCount(0)
    await page.keyboard.press(key)
  }

  await choose(bridgeTitle, 'Archive')
  await expect(title).toHaveCount(0)
  await press('Control+z')
  await expect(title).toBeVisible()

  await choose(bridgeTitle, 'Edit details…')
  await page.getByRole('textbox', { name: 'Publisher' }).fill('Coast Ledger')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(library.articles).toContainText('Coast Ledger')
  await press('Control+z')
  await expect(library.articles).not.toContainText('Coast Ledger')
  await press('Control+Shift+z')
  await expect(library.articles).toContainText('Coast Ledger')

  await nav.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('bridges')
  await page.keyboard.press('Enter')
  await expect(nav.getByRole('link', { name: /^bridges/ })).toBeVisible()
  await press('Control+z')
  await expect(nav.getByRole('link', { name: /^bridges/ })).toHaveCount(0)

  await choose('Port authority', 'Delete…')
  await page.getByRole('dialog', { name: 'Delete speaker' }).getByRole('button', { name: 'Delete speaker' }).click()
  await expect(nav.getByRole('link', { name: /^Port authority/ })).toHaveCount(0)
  await press('Control+z')
  await expect(nav.getByRole('link', { name: /^Port authority/ })).toContainText('1')

  await choose('Port authority', 'Rose')
  await expect(nav.getByRole('link', { name: /^Port authority/ }).locator('.sp6')).toHaveCount(1)
  await press('Control+z')
  await expect(nav.getByRole('link', { name: /^Port authority/ }).locator('.sp6')).toHaveCount(0)

  // Back to the very first act, and all the way forward again.
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const redo = page.getByRole('button', { name: 'Redo', exact: true })
  await expect(redo).toHaveAttribute('title', 'Recolour speaker')
  while (await undo.isEnabled()) {
    const label = await undo.getAttribute('title')
    await undo.click()
    await expect(redo).toHaveAttribute('title', label!)
  }
  await expect(title).toHaveCount(0)
  await nav.getByRole('link', { name: /^Bin/ }).click()
  await expect(title).toBeVisible()
  await nav.getByRole('link', { name: /^All articles/ }).click()
  while (await redo.isEnabled()) {
    const label = await redo.getAttribute('title')
    await redo.click()
    await expect(undo).toHaveAttribute('title', label!)
  }
  await expect(library.articles).toContainText('Coast Ledger')
  await expect(library.articles).toContainText('1 statement')
})
