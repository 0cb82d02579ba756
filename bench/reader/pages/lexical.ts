/** A plain Lexical document with a MarkNode for each highlight; built with its marks in one update. */
import { $createMarkNode, $getMarkIDs, $wrapSelectionInMarkNode, MarkNode } from '@lexical/mark'
import { registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createRangeSelection, $createTextNode, $getNearestNodeFromDOMNode, $getRoot, $isElementNode, $isTextNode, createEditor, type ParagraphNode } from 'lexical'
import { placeOf, placesOf, type Place, type Prose } from './peer.ts'

const root = document.getElementById('text')!
root.contentEditable = 'true'
const editor = createEditor({ namespace: 'bench', nodes: [MarkNode], onError: (error) => { throw error } })
registerRichText(editor)
editor.setRootElement(root)
let prose: Prose
let added = false

root.addEventListener('click', (event) => {
  const ids = editor.read(() => {
    const node = $getNearestNodeFromDOMNode(event.target as Node)
    const text = $isTextNode(node) ? node : $isElementNode(node) ? node.getFirstDescendant() : null
    return $isTextNode(text) ? $getMarkIDs(text, 0) ?? [] : []
  })
  if (ids.length > 0) (event.target as Element).closest('mark')?.classList.add('chosen')
})

/** The paragraph cut where a highlight begins or ends; each piece carries those that lie over it. */
function $append(paragraph: ParagraphNode, text: string, places: [string, Place][]): void {
  const cuts = [...new Set([0, text.length, ...places.flatMap(([, { from, to }]) => [from, to])])].sort((a, b) => a - b)
  for (let index = 1; index < cuts.length; index += 1) {
    const from = cuts[index - 1]!
    const to = cuts[index]!
    const ids = places.filter(([, place]) => place.from <= from && to <= place.to).map(([id]) => id)
    const piece = $createTextNode(text.slice(from, to))
    paragraph.append(ids.length > 0 ? $createMarkNode(ids).append(piece) : piece)
  }
}

function $pointAt(paragraph: ParagraphNode, offset: number): { key: string; offset: number } {
  let left = offset
  for (const text of paragraph.getAllTextNodes()) {
    if (left <= text.getTextContentSize()) return { key: text.getKey(), offset: left }
    left -= text.getTextContentSize()
  }
  throw new Error('The place lies outside its paragraph.')
}

window.peer = {
  show(data) {
    prose = data
    const inBlock: [string, Place][][] = data.paragraphs.map(() => [])
    placesOf(data).forEach((place, index) => inBlock[place.block]!.push([`a${index}`, place]))
    editor.update(() => {
      const paragraphs = data.paragraphs.map((text, block) => {
        const paragraph = $createParagraphNode()
        $append(paragraph, text, inBlock[block]!)
        return paragraph
      })
      $getRoot().clear().append(...paragraphs)
    }, { discrete: true })
  },
  isShown: () => root.querySelector('mark') !== null,
  add(span) {
    const { block, from, to } = placeOf(prose, span)
    editor.update(() => {
      const paragraph = $getRoot().getChildAtIndex(block) as ParagraphNode
      const selection = $createRangeSelection()
      const start = $pointAt(paragraph, from)
      const end = $pointAt(paragraph, to)
      selection.anchor.set(start.key, start.offset, 'text')
      selection.focus.set(end.key, end.offset, 'text')
      $wrapSelectionInMarkNode(selection, false, 'added')
    }, { discrete: true })
    added = true
  },
  isAdded: () => added,
  isChosen: () => root.querySelector('mark.chosen') !== null,
}
