/** The limit: plain DOM whose blocks out of view are not laid out, and CSS highlights for the view alone. */
import { placeOf, placesOf, rangeIn, writeText, type Place, type Prose } from './peer.ts'

const pane = document.getElementById('pane')!
const root = document.getElementById('text')!
const marks = new Highlight()
let prose: Prose
let blocks: HTMLElement[]
let inBlock: Place[][]
let added: Range | undefined
let drawn = ''

/** The blocks from the first to the last in view, by two binary searches. */
function paint(): void {
  const view = pane.getBoundingClientRect()
  const first = lastAbove(view.top)
  const last = lastAbove(view.bottom)
  if (drawn === `${first} ${last}`) return
  drawn = `${first} ${last}`
  marks.clear()
  for (let block = first; block <= last; block += 1) for (const place of inBlock[block]!) marks.add(rangeIn(blocks[block]!, place.from, place.to))
}

function lastAbove(y: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.getBoundingClientRect().top <= y) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

root.addEventListener('click', (event) => {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  const hit = caret && ([...marks] as Range[]).find((range) => range.isPointInRange(caret.offsetNode, caret.offset))
  if (hit) CSS.highlights.set('chosen', new Highlight(hit))
})
pane.addEventListener('scroll', paint, { passive: true })

window.peer = {
  show(data) {
    prose = data
    blocks = writeText(root, data.paragraphs, 'lazy')
    inBlock = blocks.map(() => [])
    for (const place of placesOf(data)) inBlock[place.block]!.push(place)
    CSS.highlights.set('mark', marks)
    paint()
  },
  isShown: () => marks.size > 0,
  add(span) {
    const place = placeOf(prose, span)
    inBlock[place.block]!.push(place)
    added = rangeIn(blocks[place.block]!, place.from, place.to)
    marks.add(added)
  },
  isAdded: () => added !== undefined && marks.has(added),
  isChosen: () => CSS.highlights.has('chosen'),
}
