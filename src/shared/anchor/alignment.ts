/**
 * Which tokens of a text another one still has, in order: runs of equal tokens.
 * Stretches that occur once in both texts are matched first (the longest rising chain of them, as in a patience diff),
 * then what lies between; small gaps by a longest common subsequence. What was moved is not matched: it is searched for elsewhere.
 */

/** Token indexes: `length` tokens from `before` on are those from `after` on. */
export interface Run { before: number; after: number; length: number }

interface Box { a0: number; a1: number; b0: number; b1: number }

/** Cells of the table that a gap may need: about half a second of writing on each side. */
const TABLE = 250_000
/** How many tokens long the stretches are that are looked for, one length after the other. */
const STRETCHES = [6, 3, 1]

export function align(before: string[], after: string[]): Run[] {
  const [a, b] = numbered(before, after)
  const runs: Run[] = []
  const open: Box[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }]
  for (let box = open.pop(); box; box = open.pop()) alignBox(a, b, box, runs, open)
  return joined(runs.sort((one, other) => one.before - other.before))
}

/** Numbers compare faster than words. */
function numbered(before: string[], after: string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const number = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  return [Int32Array.from(before, number), Int32Array.from(after, number)]
}

function alignBox(a: Int32Array, b: Int32Array, box: Box, runs: Run[], open: Box[]): void {
  let { a0, a1, b0, b1 } = box
  let length = 0
  while (a0 + length < a1 && b0 + length < b1 && a[a0 + length] === b[b0 + length]) length += 1
  if (length > 0) runs.push({ before: a0, after: b0, length })
  a0 += length
  b0 += length
  length = 0
  while (a1 - length > a0 && b1 - length > b0 && a[a1 - length - 1] === b[b1 - length - 1]) length += 1
  if (length > 0) runs.push({ before: a1 - length, after: b1 - length, length })
  a1 -= length
  b1 -= length
  if (a0 === a1 || b0 === b1) return
  const gap = { a0, a1, b0, b1 }
  const size = STRETCHES.find((one) => openAnchors(a, b, gap, one, runs, open))
  if (size === undefined && (a1 - a0) * (b1 - b0) <= TABLE) runs.push(...commonSubsequence(a, b, gap))
}

/** False if nothing of this length occurs once on both sides. */
function openAnchors(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Box, size: number, runs: Run[], open: Box[]): boolean {
  const inB = onceOnly(b, b0, b1, size)
  const pairs: [before: number, after: number][] = []
  for (const [key, at] of onceOnly(a, a0, a1, size)) {
    const found = inB.get(key)
    if (at >= 0 && found !== undefined && found >= 0) pairs.push([at, found])
  }
  if (pairs.length === 0) return false
  let from = { a: a0, b: b0 }
  for (const [before, after] of risingChain(pairs.sort((one, other) => one[0] - other[0]))) {
    // Stretches overlap; each gives its first token, and the gaps' ends the rest.
    open.push({ a0: from.a, a1: before, b0: from.b, b1: after })
    runs.push({ before, after, length: 1 })
    from = { a: before + 1, b: after + 1 }
  }
  open.push({ a0: from.a, a1, b0: from.b, b1 })
  return true
}

/** Where each stretch of `size` tokens starts that occurs once; -1 for those that occur more often. */
function onceOnly(tokens: Int32Array, from: number, to: number, size: number): Map<string | number, number> {
  const places = new Map<string | number, number>()
  for (let at = from; at + size <= to; at += 1) {
    const key = size === 1 ? tokens[at]! : tokens.subarray(at, at + size).join()
    places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

/** The longest chain of pairs that rises on both sides; the pairs come in order of the first. */
function risingChain(pairs: [number, number][]): [number, number][] {
  const ends: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  for (const [index, [, after]] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < after) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = ends[low - 1]!
    ends[low] = index
  }
  const chain: [number, number][] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}

function commonSubsequence(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Box): Run[] {
  const width = b1 - b0 + 1
  const longest = new Uint16Array((a1 - a0 + 1) * width)
  for (let i = a1 - a0 - 1; i >= 0; i -= 1) {
    for (let j = b1 - b0 - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[a0 + i] === b[b0 + j]
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const runs: Run[] = []
  for (let i = 0, j = 0; i < a1 - a0 && j < b1 - b0;) {
    if (a[a0 + i] === b[b0 + j]) runs.push({ before: a0 + i++, after: b0 + j++, length: 1 })
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i += 1
    else j += 1
  }
  return runs
}

function joined(runs: Run[]): Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last && last.before + last.length === run.before && last.after + last.length === run.after) last.length += run.length
    else whole.push({ ...run })
  }
  return whole
}
