/** @recogito/text-annotator with its CSS Custom Highlight renderer, as its README sets it up. */
import { Origin } from '@annotorious/core'
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { placeOf, startsOf, writeText, type Prose, type Span } from './peer.ts'

const root = document.getElementById('text')!
let prose: Prose
let starts: number[]
let annotator: ReturnType<typeof createTextAnnotator>
let chosen = false
let ranges = 0

/** Its offsets count the text of the element alone: no line ends between paragraphs. */
function annotation(id: string, span: Span, block: number): TextAnnotation {
  const from = span.start - starts[block]!
  const quote = prose.paragraphs[block]!.slice(from, span.end - starts[block]!)
  const selector = [{ start: span.start - block, end: span.end - block, quote }]
  return { id, bodies: [], target: { annotation: id, selector } } as unknown as TextAnnotation
}

/** How many ranges it has given to the browser. */
function drawnRanges(): number {
  let count = 0
  for (const highlight of CSS.highlights.values()) count += highlight.size
  return count
}

window.peer = {
  show(data) {
    prose = data
    starts = startsOf(data.paragraphs)
    writeText(root, data.paragraphs)
    annotator = createTextAnnotator(root, { renderer: 'CSS_HIGHLIGHTS' })
    annotator.on('selectionChanged', (selected) => { chosen = selected.length > 0 })
    let block = 0
    // Through its store: setAnnotations of 4.1 passes by the step that finds the ranges.
    annotator.state.store.bulkAddAnnotations(data.spans.map((span, index) => {
      while (block + 1 < starts.length && starts[block + 1]! <= span.start) block += 1
      return annotation(`a${index}`, span, block)
    }), true, Origin.REMOTE)
  },
  isShown: () => drawnRanges() > 0,
  add(span) {
    ranges = drawnRanges()
    annotator.state.store.addAnnotation(annotation('added', span, placeOf(prose, span).block), Origin.REMOTE)
  },
  isAdded: () => annotator.state.store.getAnnotation('added') !== undefined && drawnRanges() > ranges,
  isChosen: () => chosen,
}
