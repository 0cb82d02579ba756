/** Landmarks of an alignment: runs of tokens that stand once in each text, in the longest chain that keeps their order (patience). */

/** Half-open stretches of tokens of the two texts. */
export interface Gap {
  before: number
  beforeEnd: number
  after: number
  afterEnd: number
}

type Pair = [before: number, after: number]

export function uniqueRuns(a: Int32Array, b: Int32Array, gap: Gap, length: number): Pair[] {
  const inBefore = onceIn(a, gap.before, gap.beforeEnd, length)
  const inAfter = onceIn(b, gap.after, gap.afterEnd, length)
  const pairs: Pair[] = []
  for (const [key, at] of inBefore) {
    const other = inAfter.get(key)
    if (at >= 0 && other !== undefined && other >= 0 && isSameRun(a, at, b, other, length)) pairs.push([at, other])
  }
  return longestChain(pairs.sort((x, y) => x[0] - y[0]))
}

/** Where each run begins, by its hash; -1 for one that stands there several times. */
function onceIn(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = from; at + length <= to; at++) {
    let hash = 0
    for (let k = 0; k < length; k++) hash = (Math.imul(hash, 0x9e3779b1) + ids[at + k]! + 1) | 0
    found.set(hash, found.has(hash) ? -1 : at)
  }
  return found
}

function isSameRun(a: Int32Array, at: number, b: Int32Array, other: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (a[at + k] !== b[other + k]) return false
  return true
}

/** The longest increasing subsequence of the second numbers; the first ones increase already. */
function longestChain(pairs: Pair[]): Pair[] {
  const tails: number[] = []
  const previous = new Int32Array(pairs.length)
  for (const [index, [, after]] of pairs.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < after) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  }
  const chain: Pair[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}
