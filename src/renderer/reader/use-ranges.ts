import { useCallback, useMemo, useState } from 'react'
import { CUT, joinSpans, type Span } from '../../shared/anchor/selectors.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { client } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { toastError } from '../ui/toast.tsx'

/** Changing which words a highlight holds. */
export interface Ranges {
  /** As they will be once main has answered, in order. */
  spans: Span[]
  add: (parts: Span[]) => void
  remove: (index: number) => void
  /** Moves one end of a range to an offset; an end that would pass the other one stays. */
  moveEnd: (index: number, end: 'start' | 'end', offset: number) => void
}

interface Sent { id: string; known: Highlight['ranges']; spans: Span[] }

/** Null without a highlight. Steps that follow each other quickly build on each other: none waits for main's answer. */
export function useRanges(highlight: Highlight | undefined, text: string): Ranges | null {
  const [sent, setSent] = useState<Sent | null>(null)
  const set = useCallback((spans: Span[], words: string) => {
    if (!highlight) return
    setSent({ id: highlight.id, known: highlight.ranges, spans })
    client.call('highlights.setRanges', { id: highlight.id, ranges: spans })
      .then(() => announce(words), (error: Error) => { setSent(null); toastError(error) })
  }, [highlight])

  return useMemo(() => {
    // What waits is decided first.
    if (!highlight || highlight.waiting) return null
    const pending = sent?.id === highlight.id && sent.known === highlight.ranges ? sent.spans : undefined
    const spans = pending ?? highlight.ranges.map(({ start, end }) => ({ start, end }))
    return {
      spans,
      add: (parts) => set(joinSpans([...spans, ...parts]), `Added. The passage is now: ${wordsOf(text, joinSpans([...spans, ...parts]))}`),
      remove: (index) => {
        const rest = spans.filter((_span, at) => at !== index)
        if (rest.length > 0) set(rest, `Part taken out. The passage is now: ${wordsOf(text, rest)}`)
      },
      moveEnd: (index, end, offset) => {
        const moved = spans.map((span, at) => (at === index ? { ...span, [end]: offset } : span))
        if (moved[index]!.start < moved[index]!.end) set(moved, `The passage is now: ${wordsOf(text, moved)}`)
      },
    }
  }, [highlight, sent, set, text])
}

/** How many characters are read out. */
const SPOKEN = 200

function wordsOf(text: string, spans: Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(` ${CUT} `)
  return words.length > SPOKEN ? `${words.slice(0, SPOKEN / 2)} ${CUT} ${words.slice(-SPOKEN / 2)}` : words
}
