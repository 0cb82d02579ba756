/**
 * Word differences that say whether they change what is claimed. A help for the reader's eye, never a ground to decide.
 *
 * Told by lists of words in English, French, German, Russian and Arabic (telling-words.ts). Limits: irony, other words
 * for the same ("refused" for "did not") and what a negation reaches to are not seen; a word that is both a modal and
 * something else counts as the modal; numbers of several words ("twenty-four") are compared word by word. Names are told
 * by their capital; in German, where every noun has one, only names that are known, countries, two capitals in a row and
 * abbreviations; in Arabic only names that are known. A name in another case ("Пескова") is the same name.
 */
import { monthNames } from './known-names.ts'
import { meaningKinds, type MeaningKind } from './telling-kind.ts'
import { isInflected, tokenMeanings, type MeaningOptions } from './token-meanings.ts'
import { tokenSteps, type Step } from './word-difference.ts'
import { isWord, meaningTokens, type Token } from './word-tokens.ts'

export { meaningKinds, type MeaningKind, type MeaningOptions }

export interface MeaningRun {
  text: string
  /** 'left-out' is the baseline's text; the others joined are exactly the text that is compared. */
  kind: 'same' | 'added' | 'left-out'
  /** Null: the same, or other wording. */
  meaning: MeaningKind | null
  /** It goes on from the word before it: the "not" of "cannot". */
  isPart?: true
}

export interface BaselineMeaningRun {
  text: string
  kind: 'same' | 'left-out-elsewhere'
  meaning: MeaningKind | null
}

export interface MeaningDifference {
  runs: MeaningRun[]
  /** In words. */
  added: number
  leftOut: number
  /** How many differences of each kind: a number that became another is one. */
  changes: Record<MeaningKind, number>
}

interface TextInTokens {
  text: string
  tokens: Token[]
  meanings: Map<Token, MeaningKind | null>
}

/** Two texts token by token: what to do to the first to have the second. */
interface Way {
  steps: Step[]
  /** Of the tokens added and left out. */
  meanings: Map<Token, MeaningKind | null>
}

export interface MeaningComparison {
  /** Null for the baseline itself. */
  differences: (MeaningDifference | null)[]
  /** The baseline with what at least one of the others leaves out. */
  baseline: BaselineMeaningRun[]
}

/** Several texts against one of them. Each is read once. */
export function meaningComparison(texts: string[], baselineAt: number, options: MeaningOptions = {}): MeaningComparison {
  const read = texts.map((text) => inTokens(text, options))
  const before = read[baselineAt]!
  const ways = read.map((after) => (after === before ? null : wayBetween(before, after, options)))
  return {
    differences: ways.map((way, at) => way && differenceOf(before.text, read[at]!.text, way)),
    baseline: baselineRuns(before, ways.filter((way) => way !== null)),
  }
}

export function meaningDifference(baseline: string, text: string, options: MeaningOptions = {}): MeaningDifference {
  return differenceOf(baseline, text, wayBetween(inTokens(baseline, options), inTokens(text, options), options))
}

function wayBetween(before: TextInTokens, after: TextInTokens, options: MeaningOptions): Way {
  const steps = tokenSteps(before.tokens, after.tokens)
  return { steps, meanings: meaningsOf(steps, before, after, options) }
}

function differenceOf(baseline: string, text: string, { steps, meanings }: Way): MeaningDifference {
  const runs: MeaningRun[] = []
  let written = 0
  for (const [at, { kind, tokens }] of steps.entries()) {
    if (kind === 'left-out') {
      // What is left out stands within the quotation marks that open before the next word.
      const gap = text.slice(written, steps.slice(at + 1).find((step) => step.kind !== 'left-out')?.tokens[0]!.start ?? written)
      if (/["'“”„‘‚«»‹›([]$/u.test(gap)) {
        append(runs, gap, 'same', null)
        written += gap.length
      }
      appendTokens(runs, baseline, tokens, kind, meanings)
    } else {
      append(runs, text.slice(written, tokens[0]!.start), 'same', null)
      if (kind === 'same') append(runs, text.slice(tokens[0]!.start, tokens.at(-1)!.end), kind, null)
      else appendTokens(runs, text, tokens, kind, meanings)
      written = tokens.at(-1)!.end
    }
  }
  append(runs, text.slice(written), 'same', null)
  return { runs, added: countIn(steps, 'added'), leftOut: countIn(steps, 'left-out'), changes: countChanges(steps, meanings) }
}

function baselineRuns({ text: baseline, tokens: all }: TextInTokens, ways: Way[]): BaselineMeaningRun[] {
  const leftOut = new Map<Token, MeaningKind | null>()
  for (const { steps, meanings } of ways) for (const { kind, tokens } of steps) if (kind === 'left-out') for (const token of tokens) leftOut.set(token, leftOut.get(token) ?? meanings.get(token) ?? null)
  const runs: BaselineMeaningRun[] = []
  let written = 0
  let last: Token | undefined
  for (const token of all) {
    const [isOut, wasOut] = [leftOut.has(token), last !== undefined && leftOut.has(last)]
    const meaning = leftOut.get(token) ?? null
    const joins = isOut && wasOut && meaning === (leftOut.get(last!) ?? null)
    append(runs, baseline.slice(written, token.start), isOut && wasOut ? 'left-out-elsewhere' : 'same', joins ? meaning : null)
    append(runs, baseline.slice(token.start, token.end), isOut ? 'left-out-elsewhere' : 'same', meaning)
    written = token.end
    last = token
  }
  append(runs, baseline.slice(written), 'same', null)
  return runs
}

/** The parts of a contraction count as words: "isn’t" is two, as "is not" is. */
export function countWords(text: string): number {
  return wordsIn(meaningTokens(text))
}

function inTokens(text: string, options: MeaningOptions): TextInTokens {
  const tokens = meaningTokens(text, options.language)
  const kinds = tokenMeanings(text, tokens, options)
  return { text, tokens, meanings: new Map(tokens.map((token, at) => [token, kinds[at] ?? null])) }
}

/** Of the tokens added and left out. What only moved within a date, or is the same name in another case, changes nothing. */
function meaningsOf(steps: Step[], before: TextInTokens, after: TextInTokens, { language }: MeaningOptions): Map<Token, MeaningKind | null> {
  const found = new Map<Token, MeaningKind | null>()
  for (const { leftOut, added } of hunks(steps)) {
    const isSame = (meaning: MeaningKind | null, token: Token, other: Token): boolean => (
      (meaning === 'name' && isInflected(token.key, other.key)) || (meaning === 'number' && token.key === other.key))
    for (const token of leftOut) {
      const meaning = before.meanings.get(token) ?? null
      found.set(token, added.some((other) => isSame(meaning, token, other)) ? null : meaning)
    }
    for (const token of added) {
      const meaning = after.meanings.get(token) ?? null
      found.set(token, leftOut.some((other) => isSame(meaning, token, other)) ? null : meaning)
    }
  }
  for (const token of movedWithinDates(steps, before, after, language)) found.set(token, null)
  return found
}

/** "4 April" for "April 4". */
function movedWithinDates(steps: Step[], before: TextInTokens, after: TextInTokens, language: string | undefined): Token[] {
  const [gone, come] = [changedDates(steps, 'left-out', before, language), changedDates(steps, 'added', after, language)]
  return [...gone.filter(([, date]) => come.some(([, other]) => other === date)), ...come.filter(([, date]) => gone.some(([, other]) => other === date))].map(([token]) => token)
}

/** Tokens that are the day or the month of a date, with that date: "4 april". */
function changedDates(steps: Step[], kind: Step['kind'], { tokens, meanings }: TextInTokens, language: string | undefined): [Token, string][] {
  const changed = new Set(steps.filter((step) => step.kind === kind).flatMap((step) => step.tokens))
  const months = monthNames(language)
  const isMonth = (token: Token): boolean => months.has(token.key) && meanings.get(token) === 'number'
  return tokens.flatMap((token, at): [Token, string][] => {
    if (!changed.has(token) || meanings.get(token) !== 'number') return []
    const wanted = isMonth(token) ? (other: Token): boolean => /^\d{1,2}$/.test(other.key) : isMonth
    const near = [tokens[at - 1], tokens[at + 1]].find((other) => other && wanted(other))
    return near ? [[token, isMonth(token) ? `${near.key} ${token.key}` : `${token.key} ${near.key}`]] : []
  })
}

interface Hunk {
  leftOut: Token[]
  added: Token[]
}

/** Differences with no word in between. */
function hunks(steps: Step[]): Hunk[] {
  const found: Hunk[] = []
  let current: Hunk | null = null
  for (const { kind, tokens } of steps) {
    if (kind === 'same') {
      if (tokens.some(isWord)) current = null
      continue
    }
    if (!current) found.push((current = { leftOut: [], added: [] }))
    current[kind === 'added' ? 'added' : 'leftOut'].push(...tokens)
  }
  return found
}

function countChanges(steps: Step[], meanings: Map<Token, MeaningKind | null>): Record<MeaningKind, number> {
  const all = hunks(steps)
  const pairs = (side: keyof Hunk): boolean => all.some((hunk) => hunk[side].some((token) => meanings.get(token) === 'negation' && token.key !== 'ne'))
  const hasPair = { leftOut: pairs('leftOut'), added: pairs('added') }
  // "ne … pas" is one negation, as is "no one"; "26 April 2017" one date, "Angela Merkel" one name.
  const count = (tokens: Token[], kind: MeaningKind, side: keyof Hunk): number => tokens
    .filter((token) => meanings.get(token) !== 'negation' || token.key !== 'ne' || !hasPair[side])
    .filter((token, at, all) => meanings.get(token) === kind && (kind === 'modal' || meanings.get(all[at - 1]!) !== kind)).length
  return Object.fromEntries(meaningKinds.map((kind) => [kind, all.reduce((sum, { leftOut, added }) => sum + Math.max(count(leftOut, kind, 'leftOut'), count(added, kind, 'added')), 0)])) as Record<MeaningKind, number>
}

function countIn(steps: Step[], wanted: Step['kind']): number {
  return wordsIn(steps.filter(({ kind }) => kind === wanted).flatMap(({ tokens }) => tokens))
}

function wordsIn(tokens: Token[]): number {
  return tokens.filter(isWord).length
}

/** Words of one meaning next to each other are one run; spaces between two meanings belong to neither. */
function appendTokens(runs: MeaningRun[], text: string, tokens: Token[], kind: MeaningRun['kind'], meanings: Map<Token, MeaningKind | null>): void {
  for (const [at, token] of tokens.entries()) {
    const last = tokens[at - 1]
    const meaning = meanings.get(token) ?? null
    if (last) append(runs, text.slice(last.end, token.start), kind, (meanings.get(last) ?? null) === meaning ? meaning : null)
    append(runs, text.slice(token.start, token.end), kind, meaning, isPartOfWord(text, token))
  }
}

function isPartOfWord(text: string, { start }: Token): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) && /^[\p{L}'’]/u.test(text.slice(start, start + 2))
}

function append<K extends string>(runs: { text: string; kind: K; meaning: MeaningKind | null; isPart?: true }[], text: string, kind: K, meaning: MeaningKind | null, isPart = false): void {
  const last = runs.at(-1)
  if (last?.kind === kind && last.meaning === meaning) last.text += text
  else if (text) runs.push({ text, kind, meaning, ...(isPart && { isPart }) })
}
