import { useEffect, useEffectEvent } from 'react'
import { reveal } from './pane.ts'
import { isPlaced, type Reader } from './reader-context.ts'

/** What a reader that stands beside another tells and is told. */
export interface ReaderSide {
  /** It hears the keys. */
  isActive: boolean
  /** What the other's choice points to. */
  litIds: ReadonlySet<string>
  /** A highlight to bring into view; a new object asks again. */
  shown: { highlightId: string } | null
  /** Whenever its text, its marks or its choice are others. */
  onReader: (reader: Reader) => void
}

/** The only one in its window. */
export const alone: ReaderSide = { isActive: true, litIds: new Set(), shown: null, onReader: () => undefined }

export function useSide(side: ReaderSide, reader: Reader): void {
  const tell = useEffectEvent(() => side.onReader(reader))
  useEffect(() => tell(), [reader])
  const show = useEffectEvent((highlightId: string) => {
    const highlight = reader.highlights.find(({ id }) => id === highlightId)
    if (reader.map && highlight && isPlaced(highlight, reader.article)) reveal(reader.map, highlight.ranges[0]!, 'middle')
  })
  useEffect(() => { if (side.shown) show(side.shown.highlightId) }, [side.shown])
}
