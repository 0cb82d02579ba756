/** Puts highlights on what speakers say, edits, and counts what became of them, by family. The truth is the log of the edits. */
import { createCarrier } from '../../src/shared/anchor/carry-over.ts'
import { describeRange, wholeGraphemes, type Span } from '../../src/shared/anchor/selectors.ts'
import type { HighlightState } from '../../src/shared/highlight.ts'
import { fractionsFrom } from '../../src/main/random-from.ts'
import { editArticle, type EditedArticle, type EditedSentence, type Family } from './families.ts'
import type { Language } from './languages.ts'
import { among, articleOf, sentenceText, type Paragraph, type Sentence } from './speakers-text.ts'

export interface FamilyTally {
  placements: number
  /** Placed without asking on other words, or on words that another says, or that are said otherwise. */
  silent: number
  /** Words and frame still stand, and no other passage reads the same. */
  standing: number
  standingPlaced: number
  /** They stand, and so does another passage that reads the same. */
  twice: number
  twicePlaced: number
  states: Record<HighlightState, number>
  /** The first few wrong ones and those handed over needlessly, to be looked at. */
  examples: string[]
}

/** Reading an article takes longer than placing a highlight in it. */
export const QUOTES = 500
const LENGTH = 30_000

export function newTally(): FamilyTally {
  return { placements: 0, silent: 0, standing: 0, standingPlaced: 0, twice: 0, twicePlaced: 0, states: { same: 0, moved: 0, 'said-by-another': 0, reworded: 0, lost: 0 }, examples: [] }
}

export function judgeFamily(family: Family, language: Language, prose: string[], seed: number, tally: FamilyTally): void {
  const random = fractionsFrom(seed)
  const article = articleOf(language, LENGTH, prose, random)
  const edited = editArticle(article, family, language, random)
  const went = wentOf(edited, language)
  const carry = createCarrier(edited.before, edited.after, language.tag)
  for (let k = 0; k < QUOTES; k++) {
    const paragraph = among(article.paragraphs, random)
    const sentence = among(paragraph, random)
    const span = spanIn(edited.before, sentence, random)
    const { state, ranges } = carry([describeRange(edited.before, span)])
    const placed = state === 'same' || state === 'moved' ? ranges[0]! : null
    count(tally, { state, placed, truth: truthOf(went, span), frame: frameAfter(edited, paragraph, sentence, language) }, isTwice(edited, paragraph, sentence, language),
      () => `${language.tag} ${state}: [${edited.before.slice(span.start, span.end)}] of “${edited.before.slice(Math.max(0, span.start - 120), span.end + 80)}” ⇒ ${placed ? edited.after.slice(Math.max(0, placed.start - 120), placed.end + 80) : '(asked)'}`)
  }
}

interface Outcome {
  state: HighlightState
  placed: Span | null
  truth: Span | null
  frame: 'stands' | 'changed' | 'between'
}

function count(tally: FamilyTally, { state, placed, truth, frame }: Outcome, isTwice: boolean, example: () => string): void {
  tally.placements++
  tally.states[state]++
  const isRight = placed !== null && truth !== null && placed.start === truth.start && placed.end === truth.end
  if (placed && (!isRight || frame === 'changed')) {
    tally.silent++
    if (tally.examples.length < 5) tally.examples.unshift(`SILENT ${example()}`)
  }
  if (!truth || frame !== 'stands') return
  tally[isTwice ? 'twice' : 'standing']++
  if (isRight) tally[isTwice ? 'twicePlaced' : 'standingPlaced']++
  else if (!isTwice && tally.examples.length < 3) tally.examples.push(`ASKED ${example()}`)
}

function wentOf({ before, paragraphs }: EditedArticle, { space }: Language): Int32Array {
  const went = new Int32Array(before.length).fill(-1)
  let at = 0
  for (const sentences of paragraphs) {
    for (const { pieces } of sentences) {
      for (const { text, from } of pieces) {
        if (from >= 0) went.set(Int32Array.from({ length: text.length }, (_, k) => at + k), from)
        at += text.length
      }
      at += space.length
    }
    at += 1 - space.length
  }
  return went
}

function truthOf(went: Int32Array, { start, end }: Span): Span | null {
  const to = went[start]!
  for (let k = start; k < end; k++) if (went[k]! < 0 || went[k]! - k !== to - start) return null
  return { start: to, end: to + end - start }
}

/** The sentences from the one that names the speaker to the sentence itself; where subjects are left out, from the one before that. */
function frameIn(paragraph: Paragraph, sentence: Sentence, { leans }: Language): Sentence[] {
  const at = paragraph.indexOf(sentence)
  const lead = paragraph.slice(0, at + 1).findLastIndex(({ speaker }) => speaker !== undefined)
  const earlier = leans ? paragraph.slice(0, lead).findLastIndex(({ speaker }) => speaker !== undefined) : -1
  return paragraph.slice(earlier < 0 ? lead : earlier, at + 1)
}

/** 'between': the same sentence still names the speaker, or one that reads the same, but what else was said there, or between, changed. */
function frameAfter({ paragraphs }: EditedArticle, paragraph: Paragraph, sentence: Sentence, language: Language): Outcome['frame'] {
  const frame = frameIn(paragraph, sentence, language).map(({ id }) => id)
  const home = paragraphs.find((sentences) => sentences.some(({ id }) => id === sentence.id))
  const at = home?.findIndex(({ id }) => id === sentence.id) ?? -1
  if (!home || home[at]!.touched === 'frame') return 'changed'
  const now = home.slice(Math.max(0, at + 1 - frame.length), at + 1)
  if (now.length === frame.length && now.every(({ id, touched }, k) => id === frame[k] && !touched) && !(language.leans && isLedByNew(home, at + 1 - frame.length))) return 'stands'
  const lead = home.slice(0, at + 1).findLast(({ speaker }) => speaker !== undefined)
  const old = paragraph.slice(0, paragraph.indexOf(sentence) + 1).findLast(({ speaker }) => speaker !== undefined)
  const isAsBefore = lead && old && (sentenceText(lead) === sentenceText(old) || (lead.id === old.id && lead.touched !== 'frame'))
  return isAsBefore ? 'between' : 'changed'
}

/** A sentence that was not there stands before the frame. */
function isLedByNew(home: EditedSentence[], from: number): boolean {
  return home[from - 1]?.touched !== undefined
}

function isTwice({ before, after }: EditedArticle, paragraph: Paragraph, sentence: Sentence, language: Language): boolean {
  const words = frameIn(paragraph, sentence, language).map(sentenceText).join(language.space)
  return [before, after].some((text) => text.indexOf(words, text.indexOf(words) + 1) >= 0)
}

/** A few words, a part, the whole of what is said, or the sentence. */
function spanIn(text: string, { pieces }: Sentence, random: () => number): Span {
  const [first, claim, last] = pieces as [Sentence['pieces'][0], Sentence['pieces'][0], Sentence['pieces'][0]]
  const choice = random()
  if (choice < 0.15) return { start: first.from, end: last.from + last.text.length }
  if (choice < 0.35) return { start: claim.from, end: claim.from + claim.text.length }
  const words = [...claim.text.matchAll(/\s/.test(claim.text) ? /\S+/g : /\S{1,2}/g)]
  const from = Math.floor(random() * words.length)
  const to = Math.min(words.length - 1, from + Math.floor(random() * (choice < 0.65 ? 3 : 12)))
  return wholeGraphemes(text, { start: claim.from + words[from]!.index, end: claim.from + words[to]!.index + words[to]![0].length })
}
