/** Plain DOM and one CSS highlight that holds every range. */
import { placeOf, placesOf, rangeIn, writeText, type Prose } from './peer.ts'

const root = document.getElementById('text')!
const marks = new Highlight()
let prose: Prose
let blocks: HTMLElement[]
let added: Range | undefined

root.addEventListener('click', (event) => {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  if (!caret) return
  const hit = ([...marks] as Range[]).find((range) => range.isPointInRange(caret.offsetNode, caret.offset))
  if (hit) CSS.highlights.set('chosen', new Highlight(hit))
})

window.peer = {
  show(data) {
    prose = data
    blocks = writeText(root, data.paragraphs)
    for (const { block, from, to } of placesOf(data)) marks.add(rangeIn(blocks[block]!, from, to))
    CSS.highlights.set('mark', marks)
  },
  isShown: () => marks.size > 0,
  add(span) {
    const { block, from, to } = placeOf(prose, span)
    added = rangeIn(blocks[block]!, from, to)
    marks.add(added)
  },
  isAdded: () => added !== undefined && marks.has(added),
  isChosen: () => CSS.highlights.has('chosen'),
}
