/** Four articles in `samples/`, by four outlets, on one event; and the statements in them. All of it is made up. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Stance, Wording } from '../src/shared/statement.ts'
import { bringIn, type Ask } from './prepared-library.ts'

export const source = 'The gas came from the Norra plant'
export const sirens = 'The sirens sounded in time'
export const air = 'The air in Lindow was safe on 5 March'
export const knew = 'The ministry knew of the faulty valve'
export const closed = 'The plant must stay closed until an inquiry has ended'

export interface SampleStatement { words: string; speaker: string; issue: string; stance: Stance; wording: Wording; dateSaid?: string }
export interface SampleArticle { file: string; title: string; statements: SampleStatement[] }

const said = (words: string, speaker: string, issue: string, stance: Stance, dateSaid?: string): SampleStatement => ({
  words, speaker, issue, stance, wording: words.startsWith('“') ? 'quote' : 'paraphrase', ...(dateSaid ? { dateSaid } : {}),
})

export const [norra, union, mayor, doctor, spokeswoman, ministry, republic] = ['Norra Chemicals', 'Workers’ union', 'Hanne Tosk', 'Pavel Oris', 'Ilse Brandt', 'Ministry of the Environment', 'Republic of Velmark']
/** Who speaks for whom: a chain. */
export const speakFor: [string, string][] = [[spokeswoman, ministry], [ministry, republic]]

export const fourArticles: SampleArticle[] = [
  { file: 'lindow-courier.md', title: 'Lindow asks why the sirens were late', statements: [
    said('“The gas did not come from our site,”', norra, source, 'denies', '2025-03-04'),
    said('“It was our number four valve, and anybody who works there will tell you so,”', union, source, 'asserts'),
    said('“They knew,”', union, knew, 'asserts'),
    said('“The sirens sounded in time, and people went indoors,”', mayor, sirens, 'asserts', '2025-03-05'),
    said('“We saw forty-one patients in one night, and not one of them had heard a siren before the smell reached them,”', doctor, sirens, 'denies'),
    said('he would not guess where it came from', doctor, source, 'unclear'),
    said('“The air in Lindow is safe today,”', spokeswoman, air, 'asserts', '2025-03-05'),
    said('the ministry had no record of a fault at the plant', spokeswoman, knew, 'denies', '2025-03-05'),
    said('“I would keep the windows shut,”', doctor, air, 'doubts'),
    said('The mayor is against it', mayor, closed, 'denies', '2025-03-05'),
    said('“We would rather lose a month’s pay than a colleague,”', union, closed, 'asserts'),
  ] },
  { file: 'northshore-post.md', title: 'Forty-one in hospital after gas cloud over Lindow', statements: [
    said('“We have measured at thirty points since dawn, and the air is clean at every one of them,”', spokeswoman, air, 'asserts', '2025-03-05'),
    said('“a rumour that has not been shown to us”', spokeswoman, knew, 'denies', '2025-03-05'),
    said('It appeared likely that the source was an industrial one', spokeswoman, source, 'leans', '2025-03-05'),
    said('“We saw forty-one patients in one night,”', doctor, sirens, 'denies'),
    said('“The sirens did not sound in time,”', mayor, sirens, 'denies', '2025-03-05'),
    said('no loss had been found', norra, source, 'denies', '2025-03-05'),
    said('closing the plant for the length of an inquiry would be a punishment before the facts', norra, closed, 'denies', '2025-03-05'),
    said('“does not close fully when warm”', union, knew, 'asserts', '2024-10-14'),
    said('“The Republic did not know of any faulty valve,”', republic, knew, 'denies', '2025-03-05'),
    said('it should not be one that closes a plant before it has heard a single witness', republic, closed, 'denies', '2025-03-05'),
  ] },
  { file: 'capital-ledger.md', title: 'Norra says valve at Lindow plant failed', statements: [
    said('“The gas came from our number four valve,”', norra, source, 'asserts', '2025-03-09'),
    said('“We will not start again before independent people have told us that we can.”', norra, closed, 'asserts', '2025-03-09'),
    said('“A letter may have reached the house,”', spokeswoman, knew, 'unclear'),
    said('“They knew of the valve for four and a half months,”', union, knew, 'asserts'),
    said('“We saw forty patients in one night, and none of them had heard a siren before the smell reached them.”', doctor, sirens, 'denies'),
    said('the figures seemed sound to him', doctor, air, 'leans', '2025-03-07'),
    said('the plant must stay closed until the inquiry has ended', mayor, closed, 'asserts'),
    said('The plan, she says, will be rewritten', mayor, sirens, 'denies'),
  ] },
  { file: 'velmark-review.md', title: 'What Lindow was told, and when', statements: [
    said('“We should have looked at the valve in the autumn,”', norra, source, 'asserts'),
    said('is not for him to judge', norra, knew, 'unclear'),
    said('“We doubt that a letter of six lines can be called knowledge,”', spokeswoman, knew, 'doubts'),
    said('“We saw forty-one patients in one night, and not one of them had heard a siren before the smell reached them.”', doctor, sirens, 'denies'),
    said('“Thirty-eight minutes is too long, whatever the plan says,”', mayor, sirens, 'denies', '2025-03'),
    said('“A plant that has been made safe could perhaps be opened while the judge is still reading,”', republic, closed, 'doubts', '2025-03'),
  ] },
]

export function sampleFile({ file }: { file: string }): string {
  return join(import.meta.dirname, 'samples', file)
}

/** Brings them in with every statement marked. Gives each article's identifier by its title. */
export function markFourArticles(page: Page): Promise<Map<string, string>> {
  return bringIn(page, 'four articles', makeFourArticles)
}

async function makeFourArticles(ask: Ask): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const names = { speaker: new Map<string, string>(), issue: new Map<string, string>() }
  for (const issue of [source, sirens, air, knew, closed]) names.issue.set(issue, (await ask('issues.create', { proposition: issue })).id)
  for (const name of [norra, union, mayor, doctor, spokeswoman, ministry, republic]) names.speaker.set(name, (await ask('speakers.create', { name })).id)
  for (const [who, forWhom] of speakFor) await ask('speakers.update', { id: names.speaker.get(who)!, speaksForId: names.speaker.get(forWhom)! })
  for (const article of fourArticles) {
    const { id } = await ask('articles.import', { kind: 'file', name: article.file, base64: readFileSync(sampleFile(article)).toString('base64') })
    const { text } = await ask('articles.get', { id })
    ids.set(article.title, id)
    for (const { words, speaker, issue, stance, wording, dateSaid } of article.statements) {
      const start = text.indexOf(words)
      await ask('statements.create', { on: { articleId: id, ranges: [{ start, end: start + words.length }] }, speakerId: names.speaker.get(speaker)!, issueId: names.issue.get(issue)!, stance, wording, dateSaid: dateSaid ?? null })
    }
  }
  return ids
}
