import type { Span } from '../../shared/anchor/selectors.ts'
import { rangeAt, type TextMap } from './text-offsets.ts'

/** Shows where a range would end while its end is pulled. Gives back what ends the showing. */
export function paintAdjusting(map: TextMap, span: Span): () => void {
  CSS.highlights.set('adjusting', new Highlight(rangeAt(map, span)))
  return () => { CSS.highlights.delete('adjusting') }
}
