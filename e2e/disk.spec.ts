/** What disks, folders and other programs do to a library while it is open. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Counterpoint } from './fixtures.ts'
import { bridgeFile, bridgeText, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'
import { NotePage } from './pages/note-page.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { RevisePage } from './pages/revise-page.ts'

/** Mounting needs rights that a person who runs the tests may not have. */
function mounts(...words: string[]): boolean {
  try {
    execFileSync('mount', words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('the library’s folder is moved while it is open: it says so, goes on where it is again, or from a rescue copy', async ({ counterpoint: { page, library, home, run } }) => {
  await run(['import', bridgeFile])
  const article = page.getByRole('list', { name: 'Articles' }).getByRole('link', { name: bridgeTitle })
  await expect(article).toBeVisible()
  const elsewhere = join(home, 'elsewhere')
  const heading = page.getByRole('heading', { name: 'The library was taken away' })

  renameSync(library, elsewhere)
  await expect(heading).toBeVisible()
  await expect(page.getByText(`The library’s file is no longer at ${join(library, 'library.db')}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  const refusal = page.getByRole('region', { name: 'Notifications' }).getByText(`The library is not in ${library} any more.`)
  await expect(refusal).toBeVisible()
  await expect(heading).toBeVisible()
  expect(existsSync(library)).toBe(false)
  renameSync(elsewhere, library)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(article).toBeVisible()
  await expect(refusal).toHaveCount(0)

  rmSync(library, { recursive: true })
  await expect(heading).toBeVisible()
  const folder = page.getByRole('textbox', { name: 'Folder of the rescue copy' })
  await expect(folder).toHaveValue(/Counterpoint rescued \d{4}-\d\d-\d\d/)
  const rescued = join(home, 'rescued')
  await folder.fill(rescued)
  await page.getByRole('button', { name: 'Save rescue copy' }).click()
  await expect(page.getByText(`The rescue copy is in ${rescued}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Open the rescue copy' }).click()
  await expect(article).toBeVisible()
  expect((await run(['verify', '--library', rescued])).status).toBe(0)
})

test('where only backups are left of a library, none is begun anew; a backup brings it back', async ({ counterpoint }) => {
  const { library, run } = counterpoint
  const backups = join(library, 'backups')
  await expect.poll(() => existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.db'))).toBe(true)
  await run(['import', bridgeFile])
  const page = counterpoint.page
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(2)
  const restarted = await counterpoint.restartAfter(() => rmSync(join(library, 'library.db')))
  await expect(restarted.getByText('but backups of it are. Restore one of them')).toBeVisible()
  expect(await run(['articles'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Restore one of them') })
  expect(existsSync(join(library, 'library.db'))).toBe(false)
  await restarted.getByRole('button', { name: /^Restore/ }).first().click()
  await restarted.getByRole('dialog').getByRole('button', { name: /^Restore/ }).click()
  await expect(restarted.getByRole('list', { name: 'Articles' }).getByRole('link', { name: bridgeTitle })).toBeVisible()
})

test('a library in a folder that a program keeps in step says once what to expect', async ({ counterpoint: { page, home } }) => {
  const folder = join(home, 'Dropbox', 'research')
  mkdirSync(folder, { recursive: true })
  await new LibraryPage(page).open()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('textbox', { name: 'Folder of a library' }).fill(folder)
  await page.getByRole('button', { name: 'Open library' }).click()
  const said = page.getByText('This library is in Dropbox. Open it on one device at a time')
  await expect(said).toBeVisible()
  await page.reload()
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Understood' }).click()
  await expect(said).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Folder of a library' })).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('a library that can’t be written is shown, and says that nothing is kept', async ({ counterpoint }) => {
  const { library, run } = counterpoint
  await run(['import', bridgeFile])
  const page = await readOnly(counterpoint)
  try {
    await expect(page.getByText('This library can’t be written')).toBeVisible()
    await page.getByRole('list', { name: 'Articles' }).getByRole('link', { name: bridgeTitle }).click()
    await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible()
    const note = page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox', { name: 'Note' })
    await note.fill('Typed in vain')
    await expect(page.getByText('Not saved: the library can’t be written', { exact: true })).toBeVisible()
    await expect(note).toHaveText('Typed in vain')
  } finally {
    await counterpoint.restartAfter(() => execFileSync('umount', [library]))
  }
})

test('the disk is full while a note is typed: what was typed stays, also when one goes elsewhere, and is stored once there is room', async ({ counterpoint }) => {
  const { library, run } = counterpoint
  const page = await onSmallDisk(counterpoint)
  try {
    await new LibraryPage(page).addText(bridgeText)
    const { inspector } = await new ReaderPage(page).open()
    const note = new NotePage(page, inspector)
    await note.text.click()
    await note.type('Typed with room')
    await note.saved()

    const filler = fillDisk(library)
    await note.type(' and without')
    const said = page.getByRole('region', { name: 'Notifications' }).getByText('Not saved: the disk is full. What you typed is kept here')
    await expect(said).toBeVisible()
    await expect(inspector.getByText('Not saved: the disk is full', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('list', { name: 'Articles' }).getByRole('link', { name: bridgeTitle }).click()
    await expect(note.text).toHaveText('Typed with room and without')
    expect((await run(['export', '--format', 'markdown'])).stdout).not.toContain('and without')

    rmSync(filler)
    await expect(said).toHaveCount(0)
    await expect(note.text).toHaveText('Typed with room and without')
    await expect.poll(async () => (await run(['export', '--format', 'markdown'])).stdout).toContain('Typed with room and without')
  } finally {
    await counterpoint.restartAfter(() => execFileSync('umount', [library]))
  }
})

test('the disk is full while an article is edited: the draft is kept here, found again, and stored once there is room', async ({ counterpoint }) => {
  const { library } = counterpoint
  const page = await onSmallDisk(counterpoint)
  try {
    await new LibraryPage(page).addText(bridgeText)
    const reader = await new ReaderPage(page).open()
    const revise = await new RevisePage(page).edit()
    const filler = fillDisk(library)
    await revise.select('eastern lane')
    await page.keyboard.type('northern lane')
    await expect(page.getByText('Not kept: the disk is full', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Keep the draft' }).click()
    await expect(reader.article).toContainText('eastern lane')
    await revise.edit()
    await expect(revise.text).toContainText('northern lane')
    rmSync(filler)
    await expect(page.getByText('Draft kept')).toBeVisible()
    await revise.done()
    await expect(reader.article).toContainText('northern lane')
  } finally {
    await counterpoint.restartAfter(() => execFileSync('umount', [library]))
  }
})

/** The library on a disk of its own, of some megabytes. */
async function onSmallDisk(counterpoint: Counterpoint): Promise<Counterpoint['page']> {
  const { library } = counterpoint
  let mounted = false
  const page = await counterpoint.restartAfter(() => {
    rmSync(library, { recursive: true })
    mkdirSync(library)
    mounted = mounts('-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', library)
  })
  test.skip(!mounted, 'mounting is not permitted')
  return page
}

/** To the last byte. Gives the file that does it. */
function fillDisk(folder: string): string {
  const file = join(folder, 'filler')
  for (let piece = 1024 * 1024; piece >= 1; piece = Math.floor(piece / 2)) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(piece))
    } catch {
      // Full for pieces of that size.
    }
  }
  return file
}

async function readOnly(counterpoint: Counterpoint): Promise<Counterpoint['page']> {
  const { library } = counterpoint
  let mounted = false
  const page = await counterpoint.restartAfter(() => { mounted = mounts('--bind', library, library) && mounts('-o', 'remount,bind,ro', library) })
  test.skip(!mounted, 'mounting is not permitted')
  return page
}
