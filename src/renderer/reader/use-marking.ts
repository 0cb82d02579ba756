import { useEffect, useMemo } from 'react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { client } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { toastError } from '../ui/toast.tsx'
import { copyPassage } from './copy-quote.ts'
import type { Reader } from './reader-context.ts'
import type { Passage } from './use-passage.ts'

/** What can be made of the selected passage. Each does nothing while nothing is selected. */
export interface Marking {
  highlight: () => void
  note: () => void
  /** By a speaker, or by one who is yet to be named. */
  statement: (speakerId?: string) => void
  copy: () => void
  /** To the chosen highlight, as one more part of it; absent without one. */
  add: (() => void) | undefined
}

export function useMarking({ article, choose, speakers, ranges }: Reader, { span, spans, now, pulling, added, clear }: Passage): Marking {
  const marking = useMemo((): Marking => {
    const withParts = (act: (parts: Span[]) => Promise<void>) => () => {
      const selected = now()
      if (selected.length > 0) act(selected).catch(toastError)
    }

    const highlight = async (ranges: Span[], focus: 'note' | undefined): Promise<void> => {
      const made = await client.call('highlights.create', { articleId: article.id, ranges })
      clear()
      choose({ highlightId: made.id }, focus ? { focus } : {})
      announce(focus ? 'Highlighted. Write a note.' : 'Highlighted.')
    }
    const statement = async (parts: Span[], speakerId: string | undefined): Promise<void> => {
      const made = await client.call('statements.create', {
        on: { articleId: article.id, ranges: parts },
        ...(speakerId ? { speakerId } : {}),
      })
      clear()
      choose({ highlightId: made.highlightId, statementId: made.id }, speakerId ? {} : { focus: 'speaker' })
      const name = speakers.find((speaker) => speaker.id === speakerId)?.name
      announce(name ? `Statement by ${name} marked.` : 'Statement marked. Choose a speaker.')
    }
    return {
      highlight: withParts((parts) => highlight(parts, undefined)),
      note: withParts((parts) => highlight(parts, 'note')),
      statement: (speakerId) => withParts((parts) => statement(parts, speakerId))(),
      copy: withParts((parts) => copyPassage(article, parts)),
      add: ranges && spans.length > 0 ? () => { ranges.add(spans); clear() } : undefined,
    }
  }, [article, choose, speakers, ranges, spans, now, clear])

  const pulledToChosen = added && !pulling && span !== null
  useEffect(() => { if (pulledToChosen) marking.add?.() }, [pulledToChosen, marking])
  return marking
}
