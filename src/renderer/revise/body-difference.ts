/** What one body's paragraphs became in another: unchanged stretches, and what was changed, added or left out between them. */
import { diffArrays } from 'diff'

export type BodyRow =
  | { kind: 'same'; texts: string[] }
  | { kind: 'changed'; before: string; after: string }
  | { kind: 'added' | 'left-out'; text: string }

/** From this share of words in common on, two paragraphs are the same one, changed. */
const ALIKE = 0.4

/** One text a block, in order. */
export function bodyDifference(before: string[], after: string[]): BodyRow[] {
  const rows: BodyRow[] = []
  let leftOut: string[] = []
  const flush = (added: string[]): void => {
    rows.push(...pairUp(leftOut, added))
    leftOut = []
  }
  for (const change of diffArrays(before, after)) {
    if (change.removed) leftOut = change.value
    else if (change.added) flush(change.value)
    else {
      flush([])
      rows.push({ kind: 'same', texts: change.value })
    }
  }
  flush([])
  return rows
}

/** Each added paragraph with the first of those left out that is like it; the rest stand alone, in order. */
function pairUp(leftOut: string[], added: string[]): BodyRow[] {
  const rows: BodyRow[] = []
  let next = 0
  for (const text of added) {
    const at = leftOut.findIndex((one, index) => index >= next && likeness(one, text) >= ALIKE)
    if (at < 0) {
      rows.push({ kind: 'added', text })
      continue
    }
    for (; next < at; next += 1) rows.push({ kind: 'left-out', text: leftOut[next]! })
    rows.push({ kind: 'changed', before: leftOut[at]!, after: text })
    next = at + 1
  }
  for (; next < leftOut.length; next += 1) rows.push({ kind: 'left-out', text: leftOut[next]! })
  return rows
}

/** Words in common, of the words of both (the Sørensen–Dice coefficient). */
function likeness(a: string, b: string): number {
  const words = wordsOf(a)
  const others = wordsOf(b)
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count > 0) {
      common += 1
      left.set(word, count - 1)
    }
  }
  return words.length + others.length === 0 ? 1 : (2 * common) / (words.length + others.length)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu) ?? []
}
