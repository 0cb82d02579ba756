/** The library's screens, dialogs and menus, the settings, the history and the search, as axe finds them in light and in dark. */
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { goTo } from './go-to.ts'
import { bridgeFile, bridgeTitle, markBridge } from './marking.ts'
import { HistoryPage } from './pages/history-page.ts'
import { LibraryPage } from './pages/library-page.ts'

test('an empty library, and what is wrong with files', async ({ counterpoint: { page } }) => {
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  const dialog = await new LibraryPage(page).openAddDialog()
  await expectAccessible(page)
  await dialog.locator('input[type=file]').setInputFiles([
    { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    { name: 'binary.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 0, 255, 254, 0, 9, 0, 0]) },
  ])
  await expect(dialog.getByRole('alert')).toContainText('binary.txt')
  await expectAccessible(page)
})

test('articles, their menus, labels and details', async ({ counterpoint: { page } }) => {
  const id = await markBridge(page, [0, 2])
  await ask(page, 'articles.import', { kind: 'text', text: 'Another story\n\nNothing about bridges here at all.' })
  const tag = await ask(page, 'tags.create', { name: 'bridges' })
  const collection = await ask(page, 'collections.create', { name: 'Vellen' })
  await ask(page, 'articles.setTag', { ids: [id], tagId: tag.id, on: true })
  await ask(page, 'articles.setCollection', { ids: [id], collectionId: collection.id, on: true })
  const library = await new LibraryPage(page).open()
  const nav = page.getByRole('navigation', { name: 'Library' })
  await expect(library.articles.getByRole('listitem')).toHaveCount(2)
  await expect(nav.getByRole('link', { name: /^Dockers’ union/ })).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])

  const more = page.getByRole('button', { name: `More for ${bridgeTitle}` })
  await more.click()
  await expect(page.getByRole('menuitem', { name: 'Tags and collections…' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Tags and collections…' }).click()
  const labels = page.getByRole('dialog', { name: 'Tags and collections' })
  await expect(labels.getByRole('checkbox', { name: 'bridges' })).toBeChecked()
  await expect(labels.getByRole('checkbox', { name: 'Vellen' })).toBeChecked()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await more.click()
  await page.getByRole('menuitem', { name: 'Edit details…' }).click()
  const details = page.getByRole('dialog', { name: 'Article details' })
  await expect(details.getByText(/guessed/i).first()).toBeVisible()
  await expectAccessible(page)
  await details.getByRole('textbox', { name: 'Published' }).fill('some day')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(details.getByRole('alert')).toContainText('write a date as')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await nav.getByRole('button', { name: 'More for Port authority' }).click()
  await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await expect(page.getByRole('dialog', { name: 'Rename speaker' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await more.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(library.articles.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('Article deleted').first()).toBeVisible()
  await expectAccessible(page)
  await nav.getByRole('link', { name: /^Bin/ }).click()
  await expect(library.articles.getByRole('link', { name: bridgeTitle })).toBeVisible()
  await expectAccessible(page)
})

test('search, settings, the keys and the history', async ({ counterpoint: { page, run } }) => {
  await ask(page, 'tags.create', { name: 'harbours' })
  await ask(page, 'tags.create', { name: 'lorries' })
  await run(['import', bridgeFile])
  const library = await new LibraryPage(page).open()
  const history = await new HistoryPage(page).open()
  await expect(history.steps).toHaveCount(3)
  await history.steps.nth(2).click()
  await expect(history.present).toContainText('harbours')
  await expect(history.steps.nth(1)).toContainText('Undone')
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.keyboard.press('Escape')
  await expect(history.panel).toHaveCount(0)

  await library.search.fill('lorries')
  await expect(page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await library.search.fill('nowhere to be found')
  await expect(page.getByText(/Nothing found for/)).toBeVisible()
  await expectAccessible(page)
  await library.search.fill('')

  await goTo(page, '#/settings')
  await page.getByRole('button', { name: 'Larger text' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page, ['light', 'dark', 'sepia'])
  await page.setViewportSize({ width: 720, height: 480 })
  await expectAccessible(page, ['light'])

  await goTo(page, '#/library')
  await expect(library.articles).toBeVisible()
  await expectAccessible(page, ['light'])
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Select the whole sentence')
  await expectAccessible(page)
})

test('a library that a program keeps in step, and one that was taken away', async ({ counterpoint: { page, home } }) => {
  const folder = join(home, 'Dropbox', 'research')
  mkdirSync(folder, { recursive: true })
  await ask(page, 'library.open', { folder })
  await expect(page.getByText('This library is in Dropbox')).toBeVisible()
  await expectAccessible(page)
  renameSync(folder, `${folder} elsewhere`)
  await expect(page.getByRole('heading', { name: 'The library was taken away' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save rescue copy' }).click()
  await expect(page.getByText('The rescue copy is in')).toBeVisible()
  await expectAccessible(page)
})
