/** Finds, among very many things with places in the text, those near the view. */
import type { Span } from '../../shared/anchor/selectors.ts'

export interface SpanIndex<T> {
  /** Those with a place that overlaps the span, in order; each once. */
  within(span: Span): T[]
}

/** In: by where their first place starts. */
export function spanIndexOf<T>(items: T[], spansOf: (item: T) => Span[]): SpanIndex<T> {
  const starts: number[] = []
  /** The furthest end so far: whatever stands before the first that reaches the view ends before it. */
  const reaches: number[] = []
  for (const item of items) {
    const spans = spansOf(item)
    starts.push(spans[0]!.start)
    reaches.push(Math.max(reaches.at(-1) ?? 0, ...spans.map((span) => span.end)))
  }
  return {
    within: ({ start, end }) => items
      .slice(firstWhere(reaches, (reach) => reach > start), firstWhere(starts, (from) => from >= end))
      .filter((item) => spansOf(item).some((span) => span.start < end && span.end > start)),
  }
}

/** The first index that passes; all that pass stand after all that do not. */
function firstWhere(values: number[], passes: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(values[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
