/** A file that does not say how its letters are encoded. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeAs } from '../src/main/formats/encode-as.ts'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'

test('a file in a doubtful encoding is read again in the one that is chosen, with its text in view', async ({ counterpoint: { page, home } }) => {
  const file = join(home, 'tiltas.txt')
  // So short that nothing tells Baltic from Western letters.
  writeFileSync(file, encodeAs('windows-1257', 'Žinia iš tilto\n\nŠ'))
  const add = await new LibraryPage(page).openAddDialog()
  await add.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText('“tiltas.txt” doesn’t say how its letters are encoded.')).toBeVisible()
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Encoding' })
  const beginning = dialog.getByRole('region', { name: 'The beginning of the text' })
  await dialog.getByLabel('Encoding').selectOption('Cyrillic (Windows-1251)')
  await expect(beginning).not.toHaveText('Žinia iš tilto Š')
  await dialog.getByLabel('Encoding').selectOption('Baltic (Windows-1257)')
  await expect(beginning).toHaveText('Žinia iš tilto Š')
  await dialog.getByRole('button', { name: 'Read again' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Use this version' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Žinia iš tilto' })).toBeVisible()
})
