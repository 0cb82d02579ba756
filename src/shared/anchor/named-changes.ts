/**
 * What changed of meaning between two wordings, in words: negations, modal verbs and hedges, numbers, names.
 * A help for the reader's eye, never a ground to decide. Names are told by their capital, so not in Arabic.
 */
import { wordDifference } from '../compare/word-difference.ts'
import { meaningKinds, meaningOf, plainWord, type MeaningKind } from '../compare/telling-kind.ts'
import { signsIn, type TellingPatterns } from './telling-patterns.ts'
import { tellingWords, type TellingWords } from './telling-words.ts'

interface Word {
  text: string
  kind: MeaningKind | null
}

/** Words in the same place of the two texts. */
interface Replacement {
  leftOut: Word[]
  added: Word[]
}

/** `language` is a BCP 47 tag. Sentences in the order of the text, each once. */
export function namedChanges(before: string, after: string, language?: string): string[] {
  return [...new Set(replacements(before, after, tellingWords(language)).flatMap(nameReplacement))]
}

function replacements(before: string, after: string, telling: TellingWords): Replacement[] {
  const found: Replacement[] = []
  let current: Replacement | null = null
  let read = { before: '', after: '' }
  for (const { text, kind } of wordDifference(before, after).runs) {
    if (kind === 'same' && /[\p{L}\p{N}]/u.test(text)) current = null
    else if (kind !== 'same') {
      if (!current) found.push((current = { leftOut: [], added: [] }))
      if (kind === 'added') current.added.push(...wordsOf(text, read.after, telling))
      else current.leftOut.push(...wordsOf(text, read.before, telling))
    }
    read = { before: kind === 'added' ? read.before : read.before + text, after: kind === 'left-out' ? read.after : read.after + text }
  }
  return found
}

/** Names of several words stay together; so do numbers with their points and commas. */
function wordsOf(text: string, textBefore: string, telling: TellingWords): Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/\p{N}+(?:[.,:/]\p{N}+)*\s?%?|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*/gu)) {
    if (telling.patterns?.isSpaceless && !/^\p{N}/u.test(word)) {
      words.push(...partsOf(word, telling.patterns))
      continue
    }
    const kind = meaningOf(word.trim(), plainWord(word.trim()), { textBefore: textBefore + text.slice(0, index), telling })
    const last = words.at(-1)
    if (last && kind === 'name' && last.kind === 'name' && /^[ .]+$/.test(text.slice(end, index))) last.text += text.slice(end, index) + word
    else words.push({ text: word.trim(), kind })
    end = index + word.length
  }
  return words
}

/** A run of words without spaces between them: each that tells something, and what stands between. */
function partsOf(run: string, patterns: TellingPatterns): Word[] {
  const words: Word[] = []
  let written = 0
  for (const { text, start, kind } of signsIn(run, patterns)) {
    if (start > written) words.push({ text: run.slice(written, start), kind: null })
    words.push({ text, kind })
    written = start + text.length
  }
  if (written < run.length) words.push({ text: run.slice(written), kind: null })
  return words
}

function nameReplacement({ leftOut, added }: Replacement): string[] {
  const [one, other] = [leftOut[0], added[0]]
  if (one && other && leftOut.length === 1 && added.length === 1) return one.kind || other.kind ? [became(one, other)] : []
  return meaningKinds.flatMap((kind) => {
    const gone = leftOut.filter((word) => word.kind === kind && !added.some(({ text }) => text === word.text))
    const come = added.filter((word) => word.kind === kind && !leftOut.some(({ text }) => text === word.text))
    const paired = Math.min(gone.length, come.length)
    return [
      ...gone.slice(0, paired).map((word, k) => became(word, come[k]!)),
      ...gone.slice(paired).map(({ text }) => `“${text}” was removed`),
      ...come.slice(paired).map(({ text }) => `“${text}” was added`),
    ]
  })
}

function became(one: Word, other: Word): string {
  return `“${one.text}” became “${other.text}”`
}
