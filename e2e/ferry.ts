/** An article whose newer version gives words to other speakers, changes some and leaves some out. */
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect } from './fixtures.ts'
import { goTo } from './go-to.ts'

export const ferryTitle = 'Orrin Sound splits over the winter ferry'
export const ferryText = `${ferryTitle}

Brannock Lines says that the evening crossing “loses money on every sailing that it makes between November and March.”

Petra Vance, the council’s transport officer, said that the council cannot confirm a loss of that size. She was shown the books for an afternoon.

“Reasonable means there is a boat,” Mr Merrow said. He has lived on the north shore for forty years. He rows to work.

Dr Yusuf Adair said that the boat had brought fourteen people who could not safely wait until the morning.

The Sound Cooperative said that a second boat could be running within three weeks.

The coastguard said that helicopters “fly when the weather lets them, and not before that.”

The vote is on Thursday.
`
export const newerFerryText = ferryText
  .replace('every sailing', 'most sailings')
  .replace('Petra Vance, the council’s transport officer, said', 'Edda Roy, the council’s chair, denied saying')
  .replace('Mr Merrow said', 'Ms Sollis said')
  .replace('had brought', 'could have brought')
  .replace('three weeks', 'five weeks')
  .replace(/The coastguard said .*\n\n/, '')

export const marks = {
  vance: 'the council cannot confirm a loss of that size',
  merrow: '“Reasonable means there is a boat,”',
  adair: 'fourteen people who could not safely wait until the morning',
  lines: '“loses money on every sailing that it makes between November and March.”',
  cooperative: 'a second boat could be running within three weeks',
  coastguard: '“fly when the weather lets them, and not before that.”',
}
const speakers: Record<keyof typeof marks, string> = {
  vance: 'Petra Vance', merrow: 'Dag Merrow', adair: 'Dr Yusuf Adair', lines: 'Brannock Lines', cooperative: 'Sound Cooperative', coastguard: 'Coastguard',
}

/** Imports the article, marks these of its statements, and has it in the reader. Gives the article's identifier. */
export async function markFerry(page: Page, which: (keyof typeof marks)[]): Promise<string> {
  const { id } = await ask(page, 'articles.import', { kind: 'text', text: ferryText })
  const { text } = await ask(page, 'articles.get', { id })
  const issue = await ask(page, 'issues.create', { proposition: 'The evening crossing loses 410,000 crowns a winter' })
  for (const one of which) {
    const speaker = await ask(page, 'speakers.create', { name: speakers[one] })
    const start = text.indexOf(marks[one])
    await ask(page, 'statements.create', { on: { articleId: id, ranges: [{ start, end: start + marks[one].length }] }, speakerId: speaker.id, issueId: issue.id, stance: 'unclear' })
  }
  await goTo(page, `#/article?articleId=${id}`)
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible()
  return id
}

/** Imports the newer version by hand, as its reader would: what it changes is shown. */
export async function importNewer(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import newer version…' }).click()
  await page.getByRole('dialog').getByLabel('File with the newer version').setInputFiles({ name: 'newer.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByRole('button', { name: 'Use this version' })).toBeVisible()
}

/** Imports it and takes it, which leads to the queue. */
export async function useNewer(page: Page, text: string): Promise<void> {
  await importNewer(page, text)
  await page.getByRole('button', { name: 'Use this version' }).click()
  await expect(page.getByRole('heading', { name: /^Highlights that need you/ })).toBeVisible()
}
