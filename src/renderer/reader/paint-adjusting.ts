import type { Span } from '../../shared/anchor/selectors.ts'
import { rangeAt, type TextMap } from './text-offsets.ts'

/** Shows the parts of a passage that is being made: a range whose end is pulled, or parts that more are added to. Gives back what ends the showing. */
export function paintAdjusting(map: TextMap, spans: Span[]): () => void {
  CSS.highlights.set('adjusting', new Highlight(...spans.map((span) => rangeAt(map, span))))
  return () => { CSS.highlights.delete('adjusting') }
}
