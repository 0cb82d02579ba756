/**
 * Draws over the text with the CSS Custom Highlight API, so that no node of the text is touched.
 * The names and their looks stand in marks.css: a tint or line for each speaker colour (0 is no statement, 9 no speaker yet) and lane.
 */
import type { Span } from '../../shared/anchor/selectors.ts'
import type { Drawing } from './lanes.ts'
import { rangeAt, type TextMap } from './text-offsets.ts'

const markNames = new Set<string>()

export function paintMarks(map: TextMap, { tints, lines }: Pick<Drawing, 'tints' | 'lines'>): void {
  const named = new Map<string, Range[]>()
  const add = (name: string, span: Span): void => {
    const ranges = named.get(name)
    if (ranges) ranges.push(rangeAt(map, span))
    else named.set(name, [rangeAt(map, span)])
  }
  for (const tint of tints) add(`${tint.active ? 'active' : 'tint'}-${tint.colour}`, tint.span)
  for (const line of lines) for (const span of line.spans) add(`line-${line.colour}-${line.lane}`, span)
  for (const name of markNames) if (!named.has(name)) CSS.highlights.delete(name)
  markNames.clear()
  for (const [name, ranges] of named) {
    CSS.highlights.set(name, new Highlight(...ranges))
    markNames.add(name)
  }
}

export function clearMarks(): void {
  for (const name of markNames) CSS.highlights.delete(name)
  markNames.clear()
}

/** How many matches are drawn on each side of the one looked at. */
const NEAR = 500

export function paintMatches(map: TextMap, matches: Span[], current: number): void {
  const near = matches.slice(Math.max(0, current - NEAR), current + NEAR)
  CSS.highlights.set('match', ranked(new Highlight(...near.filter((match) => match !== matches[current]).map((match) => rangeAt(map, match))), 1))
  CSS.highlights.set('match-current', ranked(new Highlight(...(matches[current] ? [rangeAt(map, matches[current])] : [])), 2))
}

export function clearMatches(): void {
  CSS.highlights.delete('match')
  CSS.highlights.delete('match-current')
}

function ranked(highlight: Highlight, priority: number): Highlight {
  highlight.priority = priority
  return highlight
}
