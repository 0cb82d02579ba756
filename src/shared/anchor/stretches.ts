/** Looking up places in an alignment. */
import type { Stretch } from './alignment.ts'
import type { Span } from './selectors.ts'

/** The stretches that share characters with the span, cut to it; `side` says whose offsets the span counts. */
export function within(stretches: Stretch[], span: Span, side: 'before' | 'after'): Stretch[] {
  const cut: Stretch[] = []
  for (let k = firstEndingAfter(stretches, span.start, side); k < stretches.length && stretches[k]![side] < span.end; k++) {
    const one = stretches[k]!
    const skipped = Math.max(0, span.start - one[side])
    cut.push({ before: one.before + skipped, after: one.after + skipped, length: Math.min(one.length, span.end - one[side]) - skipped })
  }
  return cut
}

/** Where the place ends up that the alignment leaves between two stretches: the unmatched span of the other text around it. */
export function gapAround(stretches: Stretch[], offset: number, length: number): Span {
  const next = firstEndingAfter(stretches, offset, 'before')
  const last = stretches[next - 1]
  return { start: last ? last.after + last.length : 0, end: stretches[next]?.after ?? length }
}

/** The stretches on both sides of the one, or ones, that hold the span. */
export function neighbours(stretches: Stretch[], { start, end }: Span): { last: Stretch | undefined; next: Stretch | undefined } {
  return { last: stretches[firstEndingAfter(stretches, start, 'before') - 1], next: stretches[firstEndingAfter(stretches, end - 1, 'before') + 1] }
}

/** The stretches before and after a span that no stretch shares characters with. */
export function neighboursOf(stretches: Stretch[], { start }: Span): { last: Stretch | undefined; next: Stretch | undefined } {
  const next = firstEndingAfter(stretches, start, 'before')
  return { last: stretches[next - 1], next: stretches[next] }
}

function firstEndingAfter(stretches: Stretch[], offset: number, side: 'before' | 'after'): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]![side] + stretches[middle]!.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
