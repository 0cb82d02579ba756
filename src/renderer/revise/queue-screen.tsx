import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { Span } from '../../shared/anchor/selectors.ts'
import { client, useOperation } from '../api.ts'
import { navigate } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'
import { Placing } from './placing.tsx'
import { QueueItem, type Waiting } from './queue-item.tsx'
import { queueKeys } from './queue-keys.ts'
import './revise.css'

/** Highlights whose words changed or went: each is decided by the reader, one after the other. */
export function QueueScreen({ articleId }: { articleId?: string | undefined }): ReactNode {
  const queue = useOperation('highlights.queue', articleId ? { articleId } : {}, { fresh: true, keepPrevious: true })
  const [wanted, setWanted] = useState(0)
  const [placing, setPlacing] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const waiting = useMemo(() => queue.data ?? [], [queue.data])
  const at = Math.min(wanted, Math.max(0, waiting.length - 1))
  const current = waiting[at]

  const act = useCallback(async (work: Promise<unknown>, words: string): Promise<void> => {
    try {
      await work
      announce(words)
      setPlacing(false)
      heading.current?.focus()
    } catch (error) {
      toastError(error as Error)
    }
  }, [])
  const accept = useCallback((one: Waiting, candidate: number) => act(client.call('highlights.accept', { id: one.id, candidate }), 'New wording accepted.'), [act])
  const keepOld = useCallback((one: Waiting) => act(client.call('highlights.keepOld', { id: one.id }), 'Old wording kept.'), [act])
  const place = (one: Waiting, ranges: Span[]): Promise<void> => act(client.call('highlights.place', { id: one.id, ranges }), 'Placed.')
  const step = useCallback((by: number) => {
    setPlacing(false)
    setWanted((known) => Math.min(Math.max(0, waiting.length - 1), Math.max(0, Math.min(known, waiting.length - 1) + by)))
  }, [waiting.length])

  useEffect(() => {
    if (!current || placing) return
    return queueKeys({ next: () => step(1), previous: () => step(-1), accept: () => void accept(current, 0), keepOld: () => void keepOld(current), place: () => setPlacing(true) }, current.candidates.length > 0)
  }, [current, placing, step, accept, keepOld])

  if (queue.error) return <main className="revise-message"><p role="alert">{queue.error.message}</p></main>
  if (!queue.data) return <main className="revise" aria-busy="true" />
  return (
    <main className="revise">
      <header className="revise-bar">
        <IconButton label={articleId ? 'Back to the article' : 'Back to the library'} icon={ArrowLeft} onClick={() => navigate(articleId ? { screen: 'article', articleId } : { screen: 'library' })} />
        <h1 ref={heading} tabIndex={-1}>{waiting.length === 0 ? 'Nothing waits' : `Highlights that need you: ${at + 1} of ${waiting.length}`}</h1>
        <span className="spacer" />
        {waiting.length > 1 && (
          <>
            <IconButton label="Previous" icon={ChevronUp} keys="K" disabled={at === 0} onClick={() => step(-1)} />
            <IconButton label="Next" icon={ChevronDown} keys="J" disabled={at === waiting.length - 1} onClick={() => step(1)} />
          </>
        )}
      </header>
      {!current && (
        <div className="revise-message">
          <p>Every highlight lies where its words stand, or keeps the wording that you chose.</p>
          <Button onClick={() => navigate(articleId ? { screen: 'article', articleId } : { screen: 'library' })}>{articleId ? 'Back to the article' : 'Back to the library'}</Button>
        </div>
      )}
      {current && !placing && <QueueItem key={current.id} waiting={current} onAccept={(candidate) => { void accept(current, candidate) }} onKeepOld={() => { void keepOld(current) }} onPlace={() => setPlacing(true)} />}
      {current && placing && <Placing key={current.id} waiting={current} onPlace={(ranges) => { void place(current, ranges) }} onCancel={() => setPlacing(false)} />}
    </main>
  )
}
