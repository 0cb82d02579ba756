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
  const ordered = marks.filter((mark) => mark.spans.length > 0).sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  return { ...linesOf(ordered), tints: tintsOf(ordered, activeId) }
}

/** Each mark takes the first lane that no mark before it uses at any of its places. */
function linesOf(marks: Mark[]): { lines: Line[]; overflows: Overflow[] } {
  const placed: { mark: Mark; lane: number }[] = []
  const overflows = new Map<number, number>()
  for (const mark of marks) {
    const taken = new Set(placed.filter((other) => overlap(other.mark.spans, mark.spans)).map((other) => other.lane))
    const lane = [...Array(LANES).keys()].find((one) => !taken.has(one))
    if (lane === undefined) overflows.set(endOf(mark), (overflows.get(endOf(mark)) ?? 0) + 1)
    else placed.push({ mark, lane })
  }
  return {
    lines: placed.map(({ mark, lane }) => ({ colour: mark.colour, lane, spans: mark.spans })),
    overflows: [...overflows].map(([offset, count]) => ({ offset, count })),
  }
}

/** Segments that do not overlap: the active highlight's tint, else that of the one that starts first. */
function tintsOf(marks: Mark[], activeId: string | null): Tint[] {
  const ends = [...new Set(marks.flatMap((mark) => mark.spans.flatMap(({ start, end }) => [start, end])))].sort((a, b) => a - b)
  const first = [...marks.filter((mark) => mark.highlightId === activeId), ...marks.filter((mark) => mark.highlightId !== activeId)]
  const tints: (Tint & { mark: Mark })[] = []
  for (const [index, start] of ends.slice(0, -1).entries()) {
    const end = ends[index + 1]!
    const mark = first.find((one) => one.spans.some((span) => span.start <= start && end <= span.end))
    if (!mark) continue
    const last = tints.at(-1)
    if (last?.mark === mark && last.span.end === start) last.span.end = end
    else tints.push({ mark, colour: mark.colour, active: mark.highlightId === activeId, span: { start, end } })
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
