import { useCallback, useMemo, useRef, useState } from 'react'
import { CUT, joinSpans, type Span } from '../../shared/anchor/selectors.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { client, queries } from '../api.ts'
import { refresh } from '../refresh.ts'
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

interface Step { id: string; spans: Span[] }

/**
 * Null without a highlight. Steps that follow each other quickly build on each other, and none waits for main's answer: main gets
 * them in their order, and what it has of earlier ones isn't shown until it has the last.
 */
export function useRanges(highlight: Highlight | undefined, text: string): Ranges | null {
  const [last, setLast] = useState<Step | null>(null)
  const latest = useRef<Step | null>(null)
  const stored = useRef(Promise.resolve())
  const set = useCallback((spans: Span[], words: string) => {
    if (!highlight) return
    const step = { id: highlight.id, spans }
    latest.current = step
    setLast(step)
    stored.current = stored.current.then(() => client.call('highlights.setRanges', { id: step.id, ranges: spans }).then(() => announce(words), toastError))
    void stored.current.then(async () => {
      if (latest.current !== step) return
      await refresh(queries, 'highlights', 'highlights.list')
      setLast((now) => (now === step ? null : now))
    })
  }, [highlight])

  return useMemo(() => {
    // What waits is decided first.
    if (!highlight || highlight.waiting) return null
    const pending = last?.id === highlight.id ? last.spans : undefined
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
  }, [highlight, last, set, text])
}

/** How many characters are read out. */
const SPOKEN = 200

function wordsOf(text: string, spans: Span[]): string {
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(` ${CUT} `)
  return words.length > SPOKEN ? `${words.slice(0, SPOKEN / 2)} ${CUT} ${words.slice(-SPOKEN / 2)}` : words
}
