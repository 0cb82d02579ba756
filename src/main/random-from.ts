/** For tests and benches: the same numbers from the same seed on every machine (mulberry32). */

/** A whole number from 0 to below the given one. */
export type Random = (below: number) => number

export function randomFrom(seed: number): Random {
  const fraction = fractionsFrom(seed)
  return (below) => Math.floor(fraction() * below)
}

/** From 0 to below 1. */
export function fractionsFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
