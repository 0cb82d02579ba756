/** Spelling is checked in notes alone, once that is switched on, with whatever checker the face has. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'
import { NotePage } from './pages/note-page.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { RevisePage } from './pages/revise-page.ts'

async function openSettings(page: Page): Promise<{ section: Locator; toggle: Locator }> {
  await page.keyboard.press('Control+,')
  const section = page.getByRole('region', { name: 'Spelling in notes' })
  return { section, toggle: section.getByRole('switch', { name: 'Check spelling while you write notes' }) }
}

/** The names of the fields on the page that the browser would check. */
function checkedFields(page: Page): Promise<(string | null)[]> {
  return page.locator('input, textarea, [contenteditable=true]').evaluateAll((fields) => fields.filter((field) => (field as HTMLElement).spellcheck).map((field) => field.getAttribute('aria-label')))
}

test('notes alone are checked, once it is switched on, and a restart keeps it', async ({ counterpoint, face }) => {
  const { page } = counterpoint
  const library = new LibraryPage(page)
  await library.addText('The bridge\n\nThe harbour wall is safe.')
  const reader = await new ReaderPage(page).open()
  await expect(new NotePage(page, reader.inspector).text).toBeVisible()
  expect(await checkedFields(page)).toEqual([])

  const { section, toggle } = await openSettings(page)
  await expect(toggle).not.toBeChecked()
  await expect(section).toContainText(face === 'browser' ? 'Your browser’s own spelling checker is used.' : /(in a dictionary that you choose|Your system’s own spelling checker is used)/)
  await toggle.click()
  await expect(toggle).toBeChecked()
  await expectAccessible(page)

  const again = await counterpoint.restart()
  const note = new NotePage(again, (await new ReaderPage(again).open()).inspector).text
  await expect(note).toHaveAttribute('spellcheck', 'true')
  expect(await checkedFields(again)).toEqual([await note.getAttribute('aria-label')])
  const revising = new RevisePage(again)
  await revising.edit()
  await expect(revising.text).toHaveAttribute('spellcheck', 'false')
})

/** As small as one can be. */
function putDictionary(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.aff`), 'SET UTF-8\nTRY esianrtolcdugmphb\nSFX S Y 1\nSFX S 0 s .\n')
  writeFileSync(join(folder, `${name}.dic`), '3\nbridge/S\nharbour/S\nwall/S\n')
}

test('a dictionary of one’s own is chosen; it marks words, suggests others and takes in new ones', async ({ counterpoint: { page, home, desktop } }) => {
  test.skip(!desktop, 'Needs a window of the desktop.')
  const folder = join(home, 'config', 'counterpoint', 'dictionaries')
  const { section, toggle } = await openSettings(page)
  await toggle.click()
  await expect(section).toContainText('There is no dictionary yet, so nothing is checked.')
  await expect(section).toContainText(folder)

  putDictionary(folder, 'en_GB')
  writeFileSync(join(folder, 'de_DE_frami.aff'), 'SET UTF-8\n')
  await section.getByRole('button', { name: 'Look again' }).click()
  const german = section.getByRole('radio', { name: /^German \(Germany\) de_DE_frami/ })
  await expect(german).toBeDisabled()
  await expect(german).toHaveAccessibleName(/“de_DE_frami\.dic” is missing\. Put it beside “de_DE_frami\.aff”\.$/)
  await section.getByRole('radio', { name: /^British English/ }).click()
  await expect(section).not.toContainText('nothing is checked')
  await expectAccessible(page)

  const ask = desktop!.ask
  const popups = async () => (await ask('record')).filter(({ kind }) => kind === 'popup').map(({ given }) => given)
  const written = async () => (await ask('record')).filter(({ kind }) => kind === 'replaceMisspelling').map(({ given }) => given)
  await expect.poll(() => ask('record').then((all) => all.filter(({ kind }) => kind === 'setSpellCheckProvider'))).toEqual([{ kind: 'setSpellCheckProvider', given: 'en-GB' }])
  expect(await ask('misspelled', ['Bridges', 'brigde', 'Brannock'])).toEqual(['brigde', 'Brannock'])

  const onWord = (misspelledWord: string) => ({ misspelledWord, dictionarySuggestions: [], isEditable: true, linkURL: '', selectionText: misspelledWord, editFlags: { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } })
  await ask('answerNext', 'popup', 'bridge')
  await ask('rightClick', onWord('brigde'))
  await expect.poll(popups).toEqual([['bridge', 'separator', 'Add “brigde” to dictionary', 'separator', 'cut', 'copy', 'paste', 'separator', 'selectAll']])
  expect(await written()).toEqual(['bridge'])

  await ask('answerNext', 'popup', 'Add “Brannock” to dictionary')
  await ask('rightClick', onWord('Brannock'))
  await expect.poll(written).toEqual(['bridge', 'Brannock'])
  expect(await ask('misspelled', ['Brannock', 'brigde'])).toEqual(['brigde'])
  expect(readFileSync(join(folder, 'own-words.txt'), 'utf8')).toBe('Brannock\n')

  await toggle.click()
  await expect(section.getByRole('radio')).toHaveCount(0)
  await expect.poll(() => ask('misspelled', ['brigde'])).toEqual([])
})
