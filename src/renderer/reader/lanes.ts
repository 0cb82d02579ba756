/** How overlapping highlights are drawn: one tint at each place, and a line for each speaker, stacked in lanes. */
import type { Span } from '../../shared/anchor/selectors.ts'

/** Lines under the text, the first nearest to it. */
export const LANES = 3

/** A highlight as one speaker's words. Colour 1 to 8; 0 for no speaker. A highlight may give several. */
export interface Mark {
  highlightId: string
  colour: number
  spans: Span[]
}

export interface Line { colour: number; lane: number; spans: Span[] }
export interface Tint { colour: number; active: boolean; span: Span }
/** Where highlights end that found no free lane, and how many. */
export interface Overflow { offset: number; count: number }
export interface Drawing { lines: Line[]; tints: Tint[]; overflows: Overflow[] }

export function drawingOf(marks: Mark[], activeId: string | null): Drawing {
  const ordered = inOrder(marks)
  return { ...linesOf(ordered), tints: tintsOf(ordered, new Set(activeId ? [activeId] : [])) }
}

/** By where they begin, the longer first. */
export function inOrder(marks: Mark[]): Mark[] {
  return marks.filter((mark) => mark.spans.length > 0).sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
}

/** Each mark takes the first lane that no mark before it uses at any of its places. In: in order. */
export function linesOf(marks: Mark[]): { lines: Line[]; overflows: Overflow[] } {
  const lines: Line[] = []
  const overflows = new Map<number, number>()
  let open: { mark: Mark; lane: number }[] = []
  for (const mark of marks) {
    open = open.filter((other) => endOf(other.mark) > startOf(mark))
    const taken = new Set(open.filter((other) => overlap(other.mark.spans, mark.spans)).map((other) => other.lane))
    const lane = [...Array(LANES).keys()].find((one) => !taken.has(one))
    if (lane === undefined) overflows.set(endOf(mark), (overflows.get(endOf(mark)) ?? 0) + 1)
    else {
      open.push({ mark, lane })
      lines.push({ colour: mark.colour, lane, spans: mark.spans })
    }
  }
  return { lines, overflows: [...overflows].map(([offset, count]) => ({ offset, count })) }
}

/** Segments that do not overlap: an active highlight's tint, else that of the one that starts first. In: in order. */
export function tintsOf(marks: Mark[], activeIds: ReadonlySet<string>): Tint[] {
  const spans = marks.flatMap((mark, order) => mark.spans.map((span) => ({ mark, order, span }))).sort((a, b) => a.span.start - b.span.start)
  const ends = [...new Set(spans.flatMap(({ span }) => [span.start, span.end]))].sort((a, b) => a - b)
  const rank = ({ mark, order }: { mark: Mark; order: number }): number => (activeIds.has(mark.highlightId) ? order - marks.length : order)
  const tints: (Tint & { mark: Mark })[] = []
  let open: typeof spans = []
  let next = 0
  for (const [index, start] of ends.slice(0, -1).entries()) {
    open = open.filter(({ span }) => span.end > start)
    for (; next < spans.length && spans[next]!.span.start === start; next += 1) open.push(spans[next]!)
    if (open.length === 0) continue
    const { mark } = open.reduce((best, one) => (rank(one) < rank(best) ? one : best))
    const last = tints.at(-1)
    const end = ends[index + 1]!
    if (last?.mark === mark && last.span.end === start) last.span.end = end
    else tints.push({ mark, colour: mark.colour, active: activeIds.has(mark.highlightId), span: { start, end } })
  }
  return tints.map(({ colour, active, span }) => ({ colour, active, span }))
}

function overlap(a: Span[], b: Span[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end))
}

function startOf(mark: Mark): number {
  return mark.spans[0]!.start
}

function endOf(mark: Mark): number {
  return mark.spans.at(-1)!.end
}
