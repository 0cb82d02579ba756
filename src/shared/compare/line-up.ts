/**
 * Which blocks of two texts stand for each other, so that both can scroll together: a longest common chain (Needleman and Wunsch 1970,
 * without a penalty for gaps) by how many of their rarer words two blocks share (Dice's coefficient).
 */

/** Below this two blocks have nothing to do with each other. */
const ALIKE = 0.2
/** More blocks than this are lined up by their share of the text alone. */
const MOST = 400

/** Pairs of block numbers, growing on both sides. */
export function lineUp(left: string[], right: string[]): [number, number][] {
  if (left.length > MOST || right.length > MOST) return []
  const [a, b] = [left.map(wordsOf), right.map(wordsOf)]
  // The best sum of likenesses of what stands before each pair of places.
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1))
  const likeness = a.map((one) => b.map((other) => dice(one, other)))
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) best[i]![j] = Math.max(best[i - 1]![j]!, best[i]![j - 1]!, best[i - 1]![j - 1]! + likeness[i - 1]![j - 1]!)
  }
  const pairs: [number, number][] = []
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    const like = likeness[i - 1]![j - 1]!
    if (like > 0 && best[i]![j] === best[i - 1]![j - 1]! + like) {
      pairs.push([i - 1, j - 1])
      i -= 1
      j -= 1
    } else if (best[i]![j] === best[i - 1]![j]) i -= 1
    else j -= 1
  }
  return pairs.reverse()
}

/** Where a place in the left text comes to stand in the right one: both in blocks and parts of a block. Between pairs by proportion. */
export function placeBeside(place: number, pairs: [number, number][], left: number, right: number): number {
  const points: [number, number][] = [[0, 0], ...pairs, [left, right]]
  const after = points.findIndex(([at], index) => index > 0 && at >= place)
  const [from, to] = [points[Math.max(0, after - 1)]!, points[after < 0 ? points.length - 1 : after]!]
  const share = to[0] === from[0] ? 0 : (place - from[0]) / (to[0] - from[0])
  return from[1] + Math.min(1, Math.max(0, share)) * (to[1] - from[1])
}

const segments = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Short words say little of what a block is about. */
function wordsOf(text: string): Set<string> {
  return new Set([...segments.segment(text.toLowerCase())].filter(({ isWordLike, segment }) => isWordLike && (segment.length > 3 || /\p{N}|\p{Script=Han}|\p{Script=Hangul}/u.test(segment))).map(({ segment }) => segment))
}

function dice(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  const like = (2 * common) / (a.size + b.size)
  return like < ALIKE ? 0 : like
}
