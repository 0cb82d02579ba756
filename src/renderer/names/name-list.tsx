import { useId, useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { GripVertical } from 'lucide-react'
import { speaksFor } from '../marks/speaker-items.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { addressOf, navigate } from '../route.ts'
import type { Named } from './named.ts'

export interface NameListProps {
  label: string
  things: Named[]
  /** Those that the filter hides included. */
  all: Named[]
  chosenId: string | undefined
  /** Absent while only some are shown: their order says nothing then. */
  onMove?: (id: string, to: number) => void
}

/** Arrows go through the list; with Alt they move the row, as dragging does. */
export function NameList({ label, things, all, chosenId, onMove }: NameListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const followed = useRef<string | null>(null)
  const hintId = useId()
  const [drop, setDrop] = useState<Drop | null>(null)
  const speakers = all.flatMap((one) => one.speaker ?? [])

  // A row that moves in the document loses the focus.
  useLayoutEffect(() => {
    if (followed.current) rowLink(list.current, followed.current)?.focus()
    followed.current = null
  }, [things])

  const handleKey = (event: KeyboardEvent, at: number): void => {
    if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const to = at + (event.key === 'ArrowUp' ? -1 : 1)
    const next = things[to]
    if (!next) return
    if (!event.altKey) {
      rowLink(list.current, next.id)?.focus()
      navigate({ screen: 'names', kind: `${next.noun}s`, id: next.id }, 'replace')
    } else if (onMove) {
      followed.current = things[at]!.id
      onMove(things[at]!.id, to)
    }
  }
  const handleDrop = (event: DragEvent): void => {
    event.preventDefault()
    if (drop) onMove?.(drop.id, placeOf(drop, things))
    setDrop(null)
  }

  return (
    <>
      <ul className="names-list" aria-label={label} ref={list}>
        {things.map((one, at) => (
          <li
            key={one.id}
            className="names-row"
            draggable={onMove !== undefined}
            {...(drop?.overId === one.id ? { 'data-drop': drop.side } : {})}
            onDragStart={(event) => { event.dataTransfer.setData('text/plain', one.name); event.dataTransfer.effectAllowed = 'move'; setDrop({ id: one.id, overId: null, side: 'before' }) }}
            onDragOver={(event) => { if (drop) { event.preventDefault(); setDrop({ ...drop, overId: one.id, side: sideOf(event) }) } }}
            onDrop={handleDrop}
            onDragEnd={() => setDrop(null)}
          >
            {onMove && <GripVertical className="names-grip" size={14} strokeWidth={1.5} aria-hidden />}
            <a
              data-id={one.id} draggable={false} className="names-link" href={addressOf({ screen: 'names', kind: `${one.noun}s`, id: one.id })}
              aria-describedby={onMove ? hintId : undefined} onKeyDown={(event) => handleKey(event, at)}
              {...(one.id === chosenId ? { 'aria-current': 'true' as const } : {})}
            >
              <RowText thing={one} chain={one.speaker ? speaksFor(one.speaker, speakers).map((each) => each.name) : []} />
            </a>
          </li>
        ))}
      </ul>
      <p id={hintId} hidden>Alt with the up or down arrow moves it.</p>
    </>
  )
}

function RowText({ thing: { name, statements, speaker }, chain }: { thing: Named; chain: string[] }): ReactNode {
  return (
    <>
      {speaker && <Swatch colour={speaker.colour} />}
      <span className="names-name"><span>{name}</span>{chain[0] && <small>for {chain.join(', for ')}</small>}</span>
      <em className="n" aria-label={statements === 1 ? '1 statement' : `${statements} statements`}>{statements}</em>
    </>
  )
}

/** What is dragged, and beside which row it would be let go. */
interface Drop { id: string; overId: string | null; side: 'before' | 'after' }

function sideOf(event: DragEvent): Drop['side'] {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2 ? 'before' : 'after'
}

function placeOf({ id, overId, side }: Drop, things: Named[]): number {
  if (id === overId) return things.findIndex((one) => one.id === id)
  return things.filter((one) => one.id !== id).findIndex((one) => one.id === overId) + (side === 'after' ? 1 : 0)
}

function rowLink(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null
}
