/** Places where words stand in a text, found through an index of its runs of eight characters. */
import type { Span } from './selectors.ts'

/** In UTF-16 code units. */
const RUN = 8
const MOST_BUCKETS = 1 << 20
/** Words whose rarest run stands at more places than this are common. */
const RARE = 1000
/** How far around `near` common and short words are looked for, in UTF-16 code units. */
const NEAR = 4096

/** Starts of the words, in order: everywhere in the text if they are rare, otherwise only around `near`. */
export type FindAll = (words: string, near: Span) => number[]

/** The index is made when it is first needed. */
export function createFinder(text: string): FindAll {
  let index: { heads: Int32Array; next: Int32Array; counts: Int32Array } | null = null
  return (words, near) => {
    if (words.length < RUN) return scan(text, words, near)
    index ??= indexOf(text)
    const { offset, bucket } = rarestRun(words, index.counts)
    if (index.counts[bucket]! > RARE) return scan(text, words, near)
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
  return (Math.imul(hash, 0x9e3779b1) >>> 12) & (buckets - 1)
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

function scan(text: string, words: string, near: Span): number[] {
  const from = Math.max(0, near.start - NEAR)
  const passage = text.slice(from, near.end + NEAR)
  const found: number[] = []
  for (let at = passage.indexOf(words); at >= 0; at = passage.indexOf(words, at + 1)) found.push(from + at)
  return found
}
