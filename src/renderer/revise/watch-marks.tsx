import { useEffect, useMemo } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { createCarrier, type Carried } from '../../shared/anchor/carry-over.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { rangeOf, readText } from './editor-text.ts'

/** What would become of one highlight. */
export interface Fate { highlight: Highlight; carried: Carried }

export interface WatchMarksProps {
  /** The canonical text of the revision that is edited. */
  text: string
  /** The article's, BCP 47; '' for unknown. */
  language: string
  /** Those that lie in that revision. */
  highlights: Highlight[]
  onFates: (fates: Fate[]) => void
}

/** How long the hands must rest before the marks are looked for again, in ms. */
const REST = 250
const names = ['edit-stays', 'edit-waits'] as const

/** Draws the highlights over the text as it stands in the editor, without touching it, and says what would become of each. */
export function WatchMarks({ text, language, highlights, onFates }: WatchMarksProps): null {
  const [editor] = useLexicalComposerContext()
  const placed = useMemo(() => highlights.map((highlight) => ({ highlight, ranges: highlight.ranges })), [highlights])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      const now = readText(editor)
      const carry = createCarrier(text, now.text, language || undefined)
      const fates = placed.map(({ highlight, ranges }) => ({ highlight, carried: carry(ranges) }))
      const draw = (name: (typeof names)[number], spans: { start: number; end: number }[]): void => {
        CSS.highlights.set(name, new globalThis.Highlight(...spans.flatMap((span) => rangeOf(editor, now, span) ?? [])))
      }
      draw('edit-stays', fates.filter(({ carried }) => stays(carried)).flatMap(({ carried }) => carried.ranges))
      draw('edit-waits', fates.filter(({ carried }) => carried.state === 'said-by-another' || carried.state === 'reworded').flatMap(({ carried }) => carried.candidates[0] ?? []))
      onFates(fates)
    }
    look()
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(look, REST)
    })
    return () => {
      clearTimeout(timer)
      stop()
      for (const name of names) CSS.highlights.delete(name)
    }
  }, [editor, text, language, placed, onFates])
  return null
}

export function stays({ state }: Carried): boolean {
  return state === 'same' || state === 'moved'
}
