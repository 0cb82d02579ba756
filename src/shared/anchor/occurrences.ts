/** Every place where words stand in a text, found through an index of its runs of eight characters. */

/** In UTF-16 code units. */
const RUN = 8
const MOST_BUCKETS = 1 << 18

export type FindAll = (words: string) => number[]

/** The index is made when it is first needed. */
export function createFinder(text: string): FindAll {
  let index: { heads: Int32Array; next: Int32Array; counts: Int32Array } | null = null
  return (words) => {
    if (words.length < RUN) return scan(text, words)
    index ??= indexOf(text)
    const { offset, bucket } = rarestRun(words, index.counts)
    const found: number[] = []
    for (let at = index.heads[bucket]!; at >= 0; at = index.next[at]!) {
      const start = at - offset
      if (start >= 0 && text.startsWith(words, start)) found.push(start)
    }
    return found.reverse()
  }
}

function indexOf(text: string) {
  const buckets = Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(text.length + 1)))
  const heads = new Int32Array(buckets).fill(-1)
  const counts = new Int32Array(buckets)
  const next = new Int32Array(text.length)
  for (let at = 0; at + RUN <= text.length; at++) {
    const bucket = bucketOf(text, at, buckets)
    next[at] = heads[bucket]!
    heads[bucket] = at
    counts[bucket]!++
  }
  return { heads, next, counts }
}

function bucketOf(text: string, at: number, buckets: number): number {
  let hash = 0
  for (let k = 0; k < RUN; k++) hash = (Math.imul(hash, 31) + text.charCodeAt(at + k)) | 0
  return (Math.imul(hash, 0x9e3779b1) >>> 14) & (buckets - 1)
}

/** Of at most 32 runs spread over the words. */
function rarestRun(words: string, counts: Int32Array): { offset: number; bucket: number } {
  let best = { offset: 0, bucket: bucketOf(words, 0, counts.length) }
  const step = Math.max(1, Math.floor(words.length / 32))
  for (let offset = step; offset + RUN <= words.length; offset += step) {
    const bucket = bucketOf(words, offset, counts.length)
    if (counts[bucket]! < counts[best.bucket]!) best = { offset, bucket }
  }
  return best
}

function scan(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}
