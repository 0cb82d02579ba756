/** Twelve statements in `samples/harbour-bridge.txt`: four speakers and one who speaks for none of them, three issues. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { stanceNames, stances, wordingNames, wordings } from '../src/shared/statement.ts'
import type { Marking } from './pages/reader-page.ts'
import { bringIn, type Ask } from './prepared-library.ts'

export const bridgeFile = join(import.meta.dirname, 'samples', 'harbour-bridge.txt')
export const bridgeText = readFileSync(bridgeFile, 'utf8')
export const bridgeTitle = 'Port authority and dockers split over the cracked bridge at Vellen'

export const safe = 'The bridge is safe for lorries'
export const barge = 'The barge Alma caused the crack'
export const inspection = 'An independent inspection is needed'

export const statements: ({ words: string } & Marking)[] = [
  { words: '“The bridge is safe for lorries,”', speaker: 'Port authority', issue: safe, stance: 'Asserts', wording: 'Direct quote' },
  { words: 'the pillar was damaged by a barge last autumn', speaker: 'Port authority', issue: barge, stance: 'Asserts', wording: 'Paraphrase' },
  { words: '“Nobody who drives over it believes that,”', speaker: 'Dockers’ union', issue: safe, stance: 'Denies', wording: 'Direct quote' },
  { words: '“will not send our people across until an independent engineer has been down there.”', speaker: 'Dockers’ union', issue: inspection, stance: 'Asserts', wording: 'Direct quote' },
  { words: 'doubts that a barge was the cause', speaker: 'Dockers’ union', issue: barge, stance: 'Doubts', wording: 'Paraphrase' },
  { words: 'denies any part in it', speaker: 'Norvik', issue: barge, stance: 'Denies', wording: 'Paraphrase' },
  { words: '“Our hull shows no mark that fits,”', speaker: 'Norvik', issue: barge, stance: 'Denies', wording: 'Direct quote' },
  { words: 'it was too early to say what had caused the crack', speaker: 'Lea Aro', issue: barge, stance: 'Unclear', wording: 'Paraphrase' },
  { words: 'an independent inspection was likely to be ordered', speaker: 'Lea Aro', issue: inspection, stance: 'Leans towards', wording: 'Paraphrase' },
  { words: 'The western lane appeared sound', speaker: 'Lea Aro', issue: safe, stance: 'Leans towards', wording: 'Paraphrase' },
  { words: 'was not needed', speaker: 'Port authority', issue: inspection, stance: 'Denies', wording: 'Paraphrase' },
  { words: 'it would welcome one', speaker: 'Norvik', issue: inspection, stance: 'Leans towards', wording: 'Paraphrase' },
]

/** Brings in the article with these of its statements marked. Gives the article's identifier. */
export function markBridge(page: Page, places: number[] = []): Promise<string> {
  return bringIn(page, `bridge ${places.join(' ')}`, (ask) => makeBridge(ask, places))
}

async function makeBridge(ask: Ask, places: number[]): Promise<string> {
  const { id } = await ask('articles.import', { kind: 'text', text: bridgeText })
  const { text } = await ask('articles.get', { id })
  const speakers = new Map<string, string>()
  const issues = new Map<string, string>()
  for (const { words, speaker, issue, stance, wording } of places.map((place) => statements[place]!)) {
    if (!speakers.has(speaker)) speakers.set(speaker, (await ask('speakers.create', { name: speaker })).id)
    if (!issues.has(issue)) issues.set(issue, (await ask('issues.create', { proposition: issue })).id)
    const start = text.indexOf(words)
    await ask('statements.create', {
      on: { articleId: id, ranges: [{ start, end: start + words.length }] }, speakerId: speakers.get(speaker)!, issueId: issues.get(issue)!,
      stance: stances.find((one) => stanceNames[one] === stance)!, wording: wordings.find((one) => wordingNames[one] === wording)!,
    })
  }
  return id
}
