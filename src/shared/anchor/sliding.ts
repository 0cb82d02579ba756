/** Edits that can be read in two ways: "the [cat and the] dog" is also "[the cat and] the dog". */
import type { Stretch } from './alignment.ts'
import type { Span } from './selectors.ts'
import { neighbours } from './stretches.ts'

/** Whether the edit next to the words could as well have happened within them, so that their first or last word may be another one. */
export function couldSlide({ before, after, stretches }: { before: string; after: string; stretches: Stretch[] }, at: Span, place: Span): boolean {
  const { last, next } = neighbours(stretches, at)
  const word = /(?:[\p{L}\p{M}\p{N}_]+[^\p{L}\p{M}\p{N}_]*|\S\s*)$/u.exec(before.slice(Math.max(at.start, at.end - 64), at.end))?.[0] ?? ''
  const first = /^(?:[^\p{L}\p{M}\p{N}_]*[\p{L}\p{M}\p{N}_]+|\s*\S)/u.exec(before.slice(at.start, Math.min(at.end, at.start + 64)))?.[0] ?? ''
  const ahead = next ? [next.before - at.end, next.after - place.end] : []
  const behind = last ? [at.start - last.before - last.length, place.start - last.after - last.length] : []
  return ahead.some((gap) => reachesBack(before, next!.before, after, next!.after, gap + word.length))
    || behind.some((gap) => reachesOn(before, last!.before + last!.length, after, last!.after + last!.length, gap + first.length))
}

function reachesBack(before: string, at: number, after: string, other: number, length: number): boolean {
  return length <= Math.min(at, other) && before.slice(at - length, at) === after.slice(other - length, other)
}

function reachesOn(before: string, at: number, after: string, other: number, length: number): boolean {
  return before.slice(at, at + length) === after.slice(other, other + length)
}
