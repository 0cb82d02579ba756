import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { caveatOf, type Highlight } from '../../shared/highlight.ts'
import { takeInHand } from '../editor/quote-in-hand.ts'
import { Caveat } from '../marks/caveat.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { highlightName } from './highlight-name.ts'
import { marginPlaces } from './margin-places.ts'
import { rectsOf } from './pane.ts'
import { colourOf, isPlaced, useReader, type Reader } from './reader-context.ts'
import { spanIndexOf } from './span-index.ts'
import type { TextMap } from './text-offsets.ts'

/** Up to this many entries are all on the page. Of more, only those near the view and the chosen one. */
const FEW = 200

/** Each highlight beside its passage: also the keyboard's list of them. `layout` changes when the text may have moved. */
export function Margin({ layout, near }: { layout: number; near: Span }): ReactNode {
  const reader = useReader()
  const { article, highlights, speakers, map, chosen, wish, takeWish } = reader
  const list = useRef<HTMLUListElement>(null)
  const [tops, setTops] = useState<Map<string, number>>(new Map())
  const all = useMemo(() => highlights.filter((one) => isPlaced(one, article)), [highlights, article])
  const index = useMemo(() => spanIndexOf(all, (one) => one.ranges), [all])
  const positions = useMemo(() => new Map(all.map((one, position) => [one.id, position + 1])), [all])
  const placed = useMemo(() => {
    if (all.length <= FEW) return all
    const here = index.within(near)
    const active = all.find((one) => one.id === chosen?.highlightId)
    return active && !here.includes(active) ? [active, ...here] : here
  }, [all, index, near, chosen])

  useLayoutEffect(() => {
    if (!map || !list.current) return
    const next = measure(map, list.current, placed, chosen?.highlightId ?? null)
    setTops((known) => (sameTops(known, next) ? known : next))
  }, [map, placed, speakers, chosen, layout])

  useEffect(() => {
    if (wish !== 'entry') return
    const entry = list.current?.querySelector<HTMLElement>('[aria-current=true]')
    entry?.focus({ preventScroll: true })
    if (entry) takeWish()
  }, [wish, chosen, placed, takeWish])

  return (
    <ul className="margin" aria-label="Highlights" ref={list}>
      {placed.map((highlight) => (
        <li key={highlight.id} data-id={highlight.id} aria-setsize={all.length} aria-posinset={positions.get(highlight.id) ?? 1} style={{ top: tops.get(highlight.id) ?? 0, visibility: tops.has(highlight.id) ? 'visible' : 'hidden' }}>
          <MarginEntry highlight={highlight} reader={reader} />
        </li>
      ))}
    </ul>
  )
}

function MarginEntry({ highlight, reader }: { highlight: Highlight; reader: Reader }): ReactNode {
  const { article, speakers, chosen, choose } = reader
  const active = chosen?.highlightId === highlight.id
  const statements = highlight.statements.slice(0, 3)
  return (
    <button
      type="button"
      className={`margin-entry sp${colourOf(highlight, speakers) ?? 0}`}
      aria-label={highlightName(highlight, speakers)}
      {...(active ? { 'aria-current': true } : {})}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', highlight.quote)
        takeInHand({ plain: highlight.quote, place: { highlightId: highlight.id } })
      }}
      onClick={() => choose({ highlightId: highlight.id }, { reveal: true })}
    >
      {statements.length === 0 && <span className="margin-who"><Swatch colour={null} /><b>Highlight</b></span>}
      {statements.map((statement) => {
        const speaker = speakers.find((one) => one.id === statement.speakerId)
        return (
          <span className="margin-who" key={statement.id}>
            <Swatch colour={speaker?.colour ?? null} />
            <b>{speaker?.name ?? 'No speaker yet'}</b>
            {statement.stance ? <StanceWord stance={statement.stance} /> : <span />}
          </span>
        )
      })}
      <Caveat words={caveatOf(highlight, article.revision)} />
      {highlight.note && <span className="margin-note">{highlight.note}</span>}
    </button>
  )
}

function measure(map: TextMap, list: HTMLElement, placed: Highlight[], activeId: string | null): Map<string, number> {
  const sheet = list.getBoundingClientRect()
  const heights = new Map([...list.children].map((item) => [(item as HTMLElement).dataset.id, (item as HTMLElement).offsetHeight]))
  const entries = placed
    .map((highlight) => ({ id: highlight.id, top: Math.round(rectsOf(map, highlight.ranges[0]!)[0]!.top - sheet.top - 3), height: heights.get(highlight.id) ?? 0 }))
    .sort((a, b) => a.top - b.top)
  return marginPlaces(entries, activeId)
}

function sameTops(a: Map<string, number>, b: Map<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, top]) => b.get(id) === top)
}
