/** Which characters of one text an edit left standing in the other, in order: landmarks first, then word by word between them. */
import { diffArrays } from 'diff'
import { linesOf, tokensOf } from './tokens.ts'
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
  const stretches: Stretch[] = []
  const add = (one: Stretch) => {
    const last = stretches.at(-1)
    if (last && isBetweenSame(before, after, last, one)) last.length = one.before + one.length - last.before
    else stretches.push(one)
  }
  let [x, y] = [0, 0]
  for (const line of unchangedLines(before, after)) {
    alignPassage(before, after, { before: x, beforeEnd: line.before, after: y, afterEnd: line.after }, add)
    add(line)
    x = line.before + line.length
    y = line.after + line.length
  }
  alignPassage(before, after, { before: x, beforeEnd: before.length, after: y, afterEnd: after.length }, add)
  return stretches
}

/** Whole lines that stand once in each text, in order: most of a text needs no look at its words. */
function unchangedLines(before: string, after: string): Stretch[] {
  const vocabulary = new Map<string, number>()
  const [a, b] = [linesOf(before, vocabulary), linesOf(after, vocabulary)]
  return uniqueRuns(a.ids, b.ids, { before: 0, beforeEnd: a.ids.length, after: 0, afterEnd: b.ids.length }, 1)
    .map(([line, other]) => ({ before: a.starts[line]!, after: b.starts[other]!, length: a.ends[line]! - a.starts[line]! }))
    .filter(({ length }) => length > 0)
}

/** Between unchanged lines; the gap counts UTF-16 code units. */
function alignPassage(before: string, after: string, gap: Gap, add: (one: Stretch) => void): void {
  if (gap.before === gap.beforeEnd || gap.after === gap.afterEnd) return
  const vocabulary = new Map<string, number>()
  const a = tokensOf(before.slice(gap.before, gap.beforeEnd), vocabulary)
  const b = tokensOf(after.slice(gap.after, gap.afterEnd), vocabulary)
  const pairs: [number, number][] = []
  alignGap(a.ids, b.ids, { before: 0, beforeEnd: a.ids.length, after: 0, afterEnd: b.ids.length }, pairs)
  for (const [x, y] of pairs) add({ before: gap.before + a.starts[x]!, after: gap.after + b.starts[y]!, length: a.ends[x]! - a.starts[x]! })
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
