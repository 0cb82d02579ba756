/** Which characters of one text an edit left standing in the other, in order: landmarks first, then word by word between them. */
import { diffArrays } from 'diff'
import { tokensOf } from './tokens.ts'
import { uniqueRuns, type Gap } from './unique-runs.ts'

/** `length` code units that stand at `before` in one text and at `after` in the other. */
export interface Stretch {
  before: number
  after: number
  length: number
}

/** Gaps with more pairs of tokens than this are not compared word by word. */
const LARGEST_GAP = 1_000_000
const RUN_LENGTHS = [4, 2]

/** The same whichever text comes first: aligning back is aligning. */
export function alignTexts(before: string, after: string): Stretch[] {
  if (before.length < after.length || (before.length === after.length && before <= after)) return align(before, after)
  return align(after, before).map((one) => ({ before: one.after, after: one.before, length: one.length }))
}

function align(before: string, after: string): Stretch[] {
  const vocabulary = new Map<string, number>()
  const a = tokensOf(before, vocabulary)
  const b = tokensOf(after, vocabulary)
  const pairs: [number, number][] = []
  alignGap(a.ids, b.ids, { before: 0, beforeEnd: a.ids.length, after: 0, afterEnd: b.ids.length }, pairs)
  const stretches: Stretch[] = []
  for (const [x, y] of pairs) {
    const one = { before: a.starts[x]!, after: b.starts[y]!, length: a.ends[x]! - a.starts[x]! }
    const last = stretches.at(-1)
    if (last && isBetweenSame(before, after, last, one)) last.length = one.before + one.length - last.before
    else stretches.push(one)
  }
  return stretches
}

function isBetweenSame(before: string, after: string, last: Stretch, next: Stretch): boolean {
  const [from, other] = [last.before + last.length, last.after + last.length]
  return next.before - from === next.after - other && before.slice(from, next.before) === after.slice(other, next.after)
}

/** Adds pairs of tokens in order. */
function alignGap(a: Int32Array, b: Int32Array, whole: Gap, pairs: [number, number][]): void {
  const gap = { ...whole }
  while (gap.before < gap.beforeEnd && gap.after < gap.afterEnd && a[gap.before] === b[gap.after]) pairs.push([gap.before++, gap.after++])
  while (gap.before < gap.beforeEnd && gap.after < gap.afterEnd && a[gap.beforeEnd - 1] === b[gap.afterEnd - 1]) {
    gap.beforeEnd--
    gap.afterEnd--
  }
  if (gap.before < gap.beforeEnd && gap.after < gap.afterEnd) alignMiddle(a, b, gap, pairs)
  for (let at = 0; gap.beforeEnd + at < whole.beforeEnd; at++) pairs.push([gap.beforeEnd + at, gap.afterEnd + at])
}

function alignMiddle(a: Int32Array, b: Int32Array, gap: Gap, pairs: [number, number][]): void {
  const size = (gap.beforeEnd - gap.before) * (gap.afterEnd - gap.after)
  for (const length of [...RUN_LENGTHS, ...(size > LARGEST_GAP ? [1] : [])]) {
    const landmarks = uniqueRuns(a, b, gap, length)
    if (landmarks.length === 0) continue
    let [x, y] = [gap.before, gap.after]
    for (const [before, after] of landmarks) {
      if (before < x || after < y) continue
      alignGap(a, b, { before: x, beforeEnd: before, after: y, afterEnd: after }, pairs)
      for (let k = 0; k < length; k++) pairs.push([before + k, after + k])
      x = before + length
      y = after + length
    }
    alignGap(a, b, { before: x, beforeEnd: gap.beforeEnd, after: y, afterEnd: gap.afterEnd }, pairs)
    return
  }
  if (size <= LARGEST_GAP) alignWords(a, b, gap, pairs)
}

function alignWords(a: Int32Array, b: Int32Array, gap: Gap, pairs: [number, number][]): void {
  let [x, y] = [gap.before, gap.after]
  for (const { added, removed, count } of diffArrays([...a.subarray(x, gap.beforeEnd)], [...b.subarray(y, gap.afterEnd)])) {
    if (removed) x += count
    else if (added) y += count
    else for (let k = 0; k < count; k++) pairs.push([x++, y++])
  }
}
