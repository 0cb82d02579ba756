/** Everything that marking needs, with keys alone: no call of the mouse in this file. What is done is said to screen readers. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReaderPage } from './pages/reader-page.ts'

const text = 'The ferry\n\nThe company spoke first. Dr. Adair said the boat was late. "We," the captain said, "never sailed late." Nobody asked him again.\n'

const says = (page: Page, words: string | RegExp): Promise<void> => expect(page.locator('#announcements')).toHaveText(words)

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Once the reader shows what can be done with the selected words. */
async function pressOnSelection({ page, toolbar }: ReaderPage, key: string): Promise<void> {
  await expect(toolbar).toBeVisible()
  await page.keyboard.press(key)
}

/** From the field that has the keyboard: types a name that is not there yet and adds it. */
async function addName(page: Page, label: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await expect(box).toBeFocused()
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name: `Add “${name}”` })).toBeVisible()
  await press(page, 'Enter')
  await expect(box).toHaveValue(name)
}

/** Tab until the control has the keyboard. */
async function tabTo(page: Page, role: 'combobox' | 'radio' | 'textbox', name: string): Promise<void> {
  const control = page.getByRole(role, { name, exact: true })
  await expect(async () => {
    if (!await control.evaluate((element) => element === document.activeElement)) {
      await press(page, 'Tab')
      throw new Error(`${name} has not got the keyboard yet.`)
    }
  }).toPass({ intervals: [0] })
}

test('a sentence becomes a statement with speaker, issue, stance and note', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(text)
  const reader = await new ReaderPage(page).open()
  const quote = reader.inspector.locator('blockquote')
  await reader.article.focus()
  await press(page, 'Control+Home', 'Alt+ArrowDown', 'Alt+ArrowUp')
  await says(page, 'The company spoke first.')
  await press(page, 'Alt+ArrowDown')
  await says(page, 'Dr. Adair said the boat was late.')
  await press(page, 'Control+ArrowRight', '.')
  await says(page, 'Selected: Dr. Adair said the boat was late.')
  await pressOnSelection(reader, 's')
  await addName(page, 'Speaker', 'Dr. Adair')
  await says(page, 'Speaker: Dr. Adair.')
  await tabTo(page, 'combobox', 'Issue')
  await addName(page, 'Issue', 'The boat was late')
  await says(page, 'Issue: The boat was late.')
  await press(page, 'Escape')
  await expect(reader.article).toBeFocused()
  await says(page, 'Back in the text, at: Dr. Adair said the boat was late.')
  await press(page, 'Shift+Digit4')
  await says(page, 'Stance: Doubts.')
  await press(page, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Speaker', exact: true })).toBeFocused()
  await tabTo(page, 'textbox', 'Note')
  await page.keyboard.type('Ask the harbour master.')
  await press(page, 'Escape')
  await expect(reader.article).toBeFocused()
  await expect(page.getByRole('button', { name: 'Statement: Dr. Adair doubts, Dr. Adair said' })).toContainText('Ask the harbour master.')
  await expect(quote).toHaveText('Dr. Adair said the boat was late.')
})

test('an interrupted quote is put together, its ends are moved, a part is taken out', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(text)
  const reader = await new ReaderPage(page).open()
  const quote = reader.inspector.locator('blockquote')
  await reader.article.focus()
  await press(page, 'Control+Home', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
  await pressOnSelection(reader, 'h')
  await says(page, 'Highlighted.')
  await expect(quote).toHaveText('"We')
  await press(page, 'Alt+Shift+Control+ArrowRight', 'Alt+Shift+Control+ArrowRight')
  await expect(quote).toHaveText('"We,"')
  await says(page, 'The passage is now: "We,"')
  await press(page, 'Alt+Shift+Control+Period')
  await expect(quote).toHaveText('We,"')
  await press(page, 'Alt+Shift+Control+Comma')
  await expect(quote).toHaveText('"We,"')

  await press(page, 'Alt+ArrowDown', 'Alt+Shift+ArrowUp')
  await pressOnSelection(reader, 'Shift+H')
  await expect(quote).toContainText('never sailed late')
  await press(page, 'Control+z')
  await expect(quote).toHaveText('"We,"')
  await press(page, 'Alt+ArrowDown', '.')
  await pressOnSelection(reader, 'Shift+H')
  await expect(quote).toHaveText('"We," […] Nobody asked him again.')
  await says(page, 'Added. The passage is now: "We," […] Nobody asked him again.')
  await press(page, 'Alt+Shift+ArrowLeft')
  await expect(quote).toHaveText('"We," […] Nobody asked him')
  await press(page, 'Shift+Delete')
  await expect(quote).toHaveText('"We,"')
  await press(page, 'Shift+Delete')
  await says(page, 'This is the only part. Delete takes the whole highlight away.')
})

test('J and K reach each of three highlights over the same words; delete and undo', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(text)
  const reader = await new ReaderPage(page).open()
  const quote = reader.inspector.locator('blockquote')
  await reader.article.focus()
  for (const words of [1, 2, 3]) {
    await press(page, 'Control+Home')
    for (let word = 0; word < words; word += 1) await press(page, 'Control+Shift+ArrowRight')
    await pressOnSelection(reader, 'h')
    await expect(page.getByRole('list', { name: 'Highlights' }).getByRole('button')).toHaveCount(words)
  }
  await press(page, 'Escape')
  const seen = new Set<string>()
  for (const place of [1, 2, 3]) {
    await press(page, 'j')
    await says(page, new RegExp(`^${place} of 3\\. Highlight: The`))
    await expect.poll(async () => seen.add((await quote.textContent()) ?? '').size).toBe(place)
  }
  expect([...seen].toSorted()).toEqual(['The', 'The company', 'The company spoke'])
  await press(page, 'j')
  await says(page, 'This is the last highlight.')
  await press(page, 'k')
  await says(page, /^2 of 3\./)
  await press(page, 'Delete')
  await says(page, 'Highlight deleted.')
  await expect(page.getByRole('list', { name: 'Highlights' }).getByRole('button')).toHaveCount(2)
  await press(page, 'Control+z')
  await expect(page.getByRole('list', { name: 'Highlights' }).getByRole('button')).toHaveCount(3)
})

test('sentences are extended and let go of, also from right to left', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText('العبارة\n\nلم يسمع أحد شيئا. ثم رحل القارب. وعاد الجميع.\n')
  const reader = await new ReaderPage(page).open()
  await reader.article.focus()
  await press(page, 'Control+Home', 'Alt+Shift+ArrowDown')
  await says(page, 'Selected: لم يسمع أحد شيئا.')
  await press(page, 'Alt+Shift+ArrowDown')
  await says(page, 'Selected: لم يسمع أحد شيئا. ثم رحل القارب.')
  await press(page, 'Alt+Shift+ArrowUp')
  await says(page, 'Selected: لم يسمع أحد شيئا.')
  await pressOnSelection(reader, 'h')
  await says(page, 'Highlighted.')
  await expect(reader.inspector.locator('blockquote')).toHaveText('لم يسمع أحد شيئا.')
  await press(page, 'Alt+Shift+ArrowLeft')
  await expect(reader.inspector.locator('blockquote')).toHaveText('لم يسمع أحد شيئا. ثم')
})

test('the sheet of keys is accessible', async ({ counterpoint: { page } }) => {
  await new LibraryPage(page).addText(text)
  await new ReaderPage(page).open()
  await press(page, '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Select the whole sentence')
})
