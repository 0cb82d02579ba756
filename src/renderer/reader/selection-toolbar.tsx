import { useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { Toolbar } from '@base-ui/react/toolbar'
import { Copy, PenLine, Quote, StickyNote, TextSelect, type LucideIcon } from 'lucide-react'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { IconButton } from '../ui/button.tsx'
import { paneOf, rectsOf } from './pane.ts'
import type { TextMap } from './text-offsets.ts'
import type { Marking } from './use-marking.ts'

export interface SelectionToolbarProps {
  map: TextMap
  span: Span
  marking: Marking
  /** The first is on key 1. */
  speakers: Speaker[]
}

/** What can be done with the selected passage. Above it; below if there is no room; never over it. */
export function SelectionToolbar({ map, span, marking, speakers }: SelectionToolbarProps): ReactNode {
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    if (bar.current) setPlace(placeFor(map, span, bar.current))
  }, [map, span, speakers.length])

  return (
    <Toolbar.Root
      ref={bar}
      className="selection-toolbar pop"
      aria-label="Selection"
      style={{ left: place?.left ?? 0, top: place?.top ?? 0, visibility: place ? 'visible' : 'hidden' }}
      // The passage stays selected.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tool('Highlight', 'H', PenLine, marking.highlight)}
      {tool('Note', 'N', StickyNote, marking.note)}
      {tool('Statement', 'S', Quote, () => marking.statement())}
      {marking.add && <Toolbar.Button onClick={marking.add} render={<IconButton label="Add to the chosen highlight" icon={TextSelect} keys="Ctrl select" />} />}
      {speakers.length > 0 && <span className="vr" aria-hidden />}
      {speakers.map((speaker, index) => (
        <Toolbar.Button
          key={speaker.id}
          className={`speaker-key sp${speaker.colour}`}
          aria-label={`Statement by ${speaker.name}`}
          title={`Statement by ${speaker.name}`}
          onClick={() => marking.statement(speaker.id)}
        >
          <span aria-hidden>{index + 1}</span>
        </Toolbar.Button>
      ))}
      <span className="vr" aria-hidden />
      <Toolbar.Button onClick={marking.copy} render={<IconButton label="Copy quote with source" icon={Copy} keys="Q" />} />
    </Toolbar.Root>
  )
}

function tool(label: string, key: string, Icon: LucideIcon, onClick: () => void): ReactElement {
  return (
    <Toolbar.Button className="selection-tool" aria-label={label} aria-keyshortcuts={key} onClick={onClick}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span aria-hidden>{label}</span>
      <span className="kbd" aria-hidden>{key}</span>
    </Toolbar.Button>
  )
}

/** Between the toolbar and the passage, and at the pane's edges, in CSS pixels. */
const GAP = 6

function placeFor(map: TextMap, span: Span, bar: HTMLElement): { left: number; top: number } {
  const rects = rectsOf(map, span)
  const view = paneOf(map).getBoundingClientRect()
  const sheet = map.root.closest('.sheet')!.getBoundingClientRect()
  const first = rects[0]!
  const last = rects.at(-1)!
  const roomAbove = first.top - bar.offsetHeight - GAP >= view.top
  const top = roomAbove ? first.top - bar.offsetHeight - GAP : last.bottom + GAP + 4
  const row = (roomAbove ? rects.filter((rect) => rect.top < first.bottom - 4) : rects.filter((rect) => rect.bottom > last.top + 4))
  const left = Math.min(...row.map((rect) => rect.left))
  const right = Math.max(...row.map((rect) => rect.right))
  const wished = (left + right) / 2 - bar.offsetWidth / 2
  const farthest = Math.min(sheet.right, view.right) - bar.offsetWidth - GAP
  return { left: Math.max(Math.max(sheet.left, view.left) + GAP, Math.min(wished, farthest)) - sheet.left, top: top - sheet.top }
}
