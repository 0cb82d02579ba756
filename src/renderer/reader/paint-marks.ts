/**
 * Draws over the text with the CSS Custom Highlight API, so that no node of the text is touched.
 * The names and their looks stand in marks.css: a tint or line for each speaker colour (0 is no statement, 9 no speaker yet) and lane.
 * The names are the whole document's, and two articles may be open in it: each text has its share of every name.
 */
import type { Span } from '../../shared/anchor/selectors.ts'
import type { Drawing } from './lanes.ts'
import { rangeAt, type TextMap } from './text-offsets.ts'

type Share = Map<string, Range[]>
const marks = new Map<TextMap, Share>()
const matched = new Map<TextMap, Share>()
const NONE: Range[] = []

/** `waits`: what waits for the reader's decision. */
export function paintMarks(map: TextMap, { tints, lines, waits }: Pick<Drawing, 'tints' | 'lines'> & { waits: Span[] }): void {
  const share: Share = new Map()
  const add = (name: string, span: Span): void => {
    const ranges = share.get(name)
    if (ranges) ranges.push(rangeAt(map, span))
    else share.set(name, [rangeAt(map, span)])
  }
  for (const tint of tints) add(`${tint.active ? 'active' : 'tint'}-${tint.colour}`, tint.span)
  for (const line of lines) for (const span of line.spans) add(`line-${line.colour}-${line.lane}`, span)
  for (const span of waits) add('waits', span)
  repaint(marks, map, share)
}

export function clearMarks(map: TextMap): void {
  repaint(marks, map, new Map())
}

/** How many matches are drawn on each side of the one looked at. */
const NEAR = 500

export function paintMatches(map: TextMap, matches: Span[], current: number): void {
  const near = matches.slice(Math.max(0, current - NEAR), current + NEAR)
  repaint(matched, map, new Map([
    ['match', near.filter((match) => match !== matches[current]).map((match) => rangeAt(map, match))],
    ['match-current', matches[current] ? [rangeAt(map, matches[current])] : []],
  ]))
}

export function clearMatches(map: TextMap): void {
  repaint(matched, map, new Map())
}

const priorities: Record<string, number> = { match: 1, 'match-current': 2 }

/** Puts a text's new share in the place of its old one. */
function repaint(shares: Map<TextMap, Share>, map: TextMap, share: Share): void {
  const before = shares.get(map)
  if (share.size > 0) shares.set(map, share)
  else shares.delete(map)
  for (const name of new Set([...before?.keys() ?? [], ...share.keys()])) {
    const ranges = [...shares.values()].flatMap((one) => one.get(name) ?? NONE)
    if (ranges.length === 0) CSS.highlights.delete(name)
    else {
      const highlight = new Highlight(...ranges)
      highlight.priority = priorities[name] ?? 0
      CSS.highlights.set(name, highlight)
    }
  }
}
