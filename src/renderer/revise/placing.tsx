import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { blockStarts } from '../../shared/anchor/canonical-text.ts'
import { quoteOf, type Span } from '../../shared/anchor/selectors.ts'
import { blockText, fromLexical } from '../../shared/body.ts'
import { useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import type { Waiting } from './use-changes.ts'

export interface PlacingProps {
  waiting: Waiting
  onPlace: (ranges: Span[]) => void
  onCancel: () => void
}

/** The article's text, to select the passage in that the highlight belongs to: with the mouse, or with Shift and the arrows. */
export function Placing({ waiting, onPlace, onCancel }: PlacingProps): ReactNode {
  const article = useOperation('articles.get', { id: waiting.articleId })
  const [region, setRegion] = useState<HTMLElement | null>(null)
  const [parts, setParts] = useState<Span[]>([])
  const span = useSelection(region)
  const blocks = useMemo(() => {
    const found = article.data ? fromLexical(article.data.body) : []
    const starts = blockStarts(found)
    return found.map((block, index) => ({ text: blockText(block), start: starts[index]! })).filter(({ text }) => text !== '')
  }, [article.data])
  useEffect(() => {
    region?.focus()
    if (region) putCaret(region, waiting.candidates[0]?.[0]?.start)
  }, [region, waiting])

  if (article.error) return <p className="err" role="alert">{article.error.message}</p>
  if (!article.data) return <div aria-busy="true" />
  const text = article.data.text
  const ranges = span ? [...parts, span] : parts
  return (
    <div className="placing">
      <div className="placing-bar">
        <p>Select the passage that holds this: <q dir="auto">{waiting.quote}</q></p>
        <span className="spacer" />
        <Button variant="quiet" onClick={onCancel}>Cancel</Button>
        <Button disabled={!span} onClick={() => { if (span) setParts([...parts, span]) }}>Add as a part</Button>
        <Button variant="primary" disabled={ranges.length === 0} onClick={() => onPlace(ranges)}>Place here</Button>
      </div>
      {/* Always there: what came and went would move the text under the pointer. */}
      <p className="placing-chosen" role="status" dir="auto">{ranges.length > 0 ? quoteOf(ranges.map(({ start, end }) => ({ exact: text.slice(start, end) }))) : <span className="m">Nothing is selected yet.</span>}</p>
      <div
        className="difference-text placing-text" ref={setRegion} role="textbox" aria-readonly aria-multiline aria-label="Article text" tabIndex={0}
        contentEditable suppressContentEditableWarning dir="auto" {...(article.data.language ? { lang: article.data.language } : {})}
        // The caret moves and selects as in any text; the words can't be changed.
        onBeforeInput={(event) => event.preventDefault()} onPaste={(event) => event.preventDefault()} onCut={(event) => event.preventDefault()} onDrop={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key === 'Enter' && ranges.length > 0) onPlace(ranges)
        }}
      >
        {blocks.map((block) => <p key={block.start} data-start={block.start}>{block.text}</p>)}
      </div>
    </div>
  )
}

/** The selected stretch of the canonical text, in UTF-16 code units. */
function useSelection(region: HTMLElement | null): Span | null {
  const [span, setSpan] = useState<Span | null>(null)
  useEffect(() => {
    if (!region) return
    const handle = (): void => {
      const selection = window.getSelection()
      if (!selection || selection.rangeCount === 0) return
      const range = selection.getRangeAt(0)
      // A button that is pressed takes no selection away.
      if (!region.contains(range.commonAncestorContainer)) return
      const start = offsetOf(range.startContainer, range.startOffset)
      const end = offsetOf(range.endContainer, range.endOffset)
      setSpan(start !== undefined && end !== undefined && start < end ? { start, end } : null)
    }
    document.addEventListener('selectionchange', handle)
    return () => document.removeEventListener('selectionchange', handle)
  }, [region])
  return span
}

/** The search begins where the passage may belong. */
function putCaret(region: HTMLElement, offset: number | undefined): void {
  if (offset === undefined) return
  const block = [...region.querySelectorAll<HTMLElement>('[data-start]')].findLast(({ dataset }) => Number(dataset.start) <= offset)
  if (!block?.firstChild) return
  window.getSelection()!.collapse(block.firstChild, offset - Number(block.dataset.start))
  region.scrollTop += block.getBoundingClientRect().top - region.getBoundingClientRect().top - region.clientHeight / 3
}

function offsetOf(node: Node, offset: number): number | undefined {
  const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  if (!block) return undefined
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return Number(block.dataset.start) + range.toString().length
}
