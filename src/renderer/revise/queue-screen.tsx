import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { client, useOperation } from '../api.ts'
import { navigate, type Route } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { toastError } from '../ui/toast.tsx'
import { AskStance } from './ask-stance.tsx'
import { Placing } from './placing.tsx'
import type { Sayer } from './queue-acts.tsx'
import { QueueItem } from './queue-item.tsx'
import { useQueueKeys } from './queue-keys.ts'
import { QueueList } from './queue-list.tsx'
import { stateOf } from './queue-states.ts'
import type { Waiting } from './use-changes.ts'
import { usePlaceInQueue, type PlaceInQueue } from './use-place-in-queue.ts'
import './revise.css'
import './queue.css'

/** Highlights whose words, or whose frame, changed: each is decided by the reader, one after the other. */
export function QueueScreen({ articleId }: { articleId?: string | undefined }): ReactNode {
  const queue = useOperation('highlights.queue', articleId ? { articleId } : {}, { fresh: true, keepPrevious: true })
  const speakers = useOperation('speakers.list', {})
  const error = queue.error ?? speakers.error
  if (error) return <main className="revise-message"><p role="alert">{error.message}</p></main>
  if (!queue.data || !speakers.data) return <main className="revise" aria-busy="true" />
  return <Queue waiting={queue.data} speakers={speakers.data} back={articleId ? { screen: 'article', articleId } : { screen: 'library' }} />
}

interface QueueProps { waiting: Waiting[]; speakers: Speaker[]; back: Route }

function Queue({ waiting, speakers, back }: QueueProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  const isDeciding = useRef(false)
  const [isWhole, setWhole] = useState(false)
  const [isPlacing, setPlacing] = useState(false)
  const [asked, setAsked] = useState<{ waiting: Waiting; speakerId: string } | null>(null)
  const queue = usePlaceInQueue(waiting, useCallback(() => { setPlacing(false); setAsked(null) }, []))
  const { current, step } = queue
  // An undo brings the highlight back into the queue: then nothing is to be asked any more.
  const asking = asked && !waiting.some(({ id }) => id === asked.waiting.id) ? asked : null
  const speakerName = speakers.find(({ id }) => id === asking?.speakerId)?.name
  useQueueKeys(useMemo(() => (isPlacing ? {} : { j: () => step(1), arrowdown: () => step(1), k: () => step(-1), arrowup: () => step(-1) }), [isPlacing, step]))

  const decide = async (work: () => Promise<unknown>, words: string): Promise<void> => {
    if (isDeciding.current) return
    isDeciding.current = true
    queue.hold()
    setAsked(null)
    try {
      await work()
      announce(words)
      setPlacing(false)
      heading.current?.focus()
    } catch (error) {
      toastError(error as Error)
    } finally {
      isDeciding.current = false
    }
  }
  const acceptAs = async (one: Waiting, candidate: number, sayer: Sayer): Promise<void> => {
    const speakerId = 'speakerId' in sayer ? sayer.speakerId : (await client.call('speakers.create', sayer)).id
    await client.call('highlights.acceptAs', { id: one.id, candidate, speakerId })
    setAsked({ waiting: one, speakerId })
  }
  const place = (one: Waiting, ranges: Span[]): void => { void decide(() => client.call('highlights.place', { id: one.id, ranges }), 'Placed.') }

  return (
    <main className="queue-screen">
      <Side waiting={waiting} speakers={speakers} queue={queue} back={back} currentId={asking ? undefined : current?.id} heading={heading} />
      {asking && (
        <AskStance
          waiting={asking.waiting} speakerName={speakerName ?? 'the speaker'} onDone={() => { setAsked(null); heading.current?.focus() }}
          onStance={(id, stance) => client.call('statements.update', { id, stance }).then(() => announce('Stance set.'), toastError)}
        />
      )}
      {!asking && !current && <NothingWaits back={back} />}
      {!asking && current && isPlacing && <Placing key={current.id} waiting={current} onPlace={(ranges) => place(current, ranges)} onCancel={() => setPlacing(false)} />}
      {!asking && current && !isPlacing && (
        <QueueItem
          key={current.id} waiting={current} speakers={speakers} isWhole={isWhole} onWhole={setWhole} onLater={queue.putOff}
          onAccept={(candidate) => { void decide(() => client.call('highlights.accept', { id: current.id, candidate }), 'Accepted.') }}
          onAcceptAs={(candidate, sayer) => { void decide(() => acceptAs(current, candidate, sayer), 'Given to the other speaker. Choose the stance.') }}
          onKeepOld={() => { void decide(() => client.call('highlights.keepOld', { id: current.id }), 'Old wording kept.') }}
          onPlace={() => setPlacing(true)}
        />
      )}
      <Status count={waiting.length} mode={asking ? 'asking' : !current ? 'empty' : isPlacing ? 'placing' : stateOf(current) === 'said-by-another' ? 'said-by-another' : 'other'} />
    </main>
  )
}

interface SideProps extends QueueProps {
  queue: PlaceInQueue
  currentId: string | undefined
  heading: RefObject<HTMLHeadingElement | null>
}

function Side({ waiting, speakers, queue: { at, later, go, step }, back, currentId, heading }: SideProps): ReactNode {
  return (
    <nav className="queue-side" aria-label="Highlights that need you">
      <header className="queue-side-head">
        <IconButton small label={back.screen === 'article' ? 'Back to the article' : 'Back to the library'} icon={ArrowLeft} onClick={() => navigate(back)} />
        <h1 ref={heading} tabIndex={-1} {...(waiting.length > 0 ? { 'aria-label': `Highlights that need you: ${at + 1} of ${waiting.length}` } : {})}>
          {waiting.length > 0 ? <>Highlights that need you <span className="m tnum">{at + 1} of {waiting.length}</span></> : 'Nothing waits'}
        </h1>
        <span className="spacer" />
        {waiting.length > 1 && (
          <>
            <IconButton small label="Previous" icon={ChevronUp} keys="K" disabled={at === 0} onClick={() => step(-1)} />
            <IconButton small label="Next" icon={ChevronDown} keys="J" disabled={at >= waiting.length - 1} onClick={() => step(1)} />
          </>
        )}
      </header>
      <div className="queue-rows"><QueueList waiting={waiting} speakers={speakers} currentId={currentId} later={later} onChoose={go} /></div>
    </nav>
  )
}

function NothingWaits({ back }: { back: Route }): ReactNode {
  return (
    <div className="revise-message">
      <p>Every highlight lies where its words stand and its speaker says them, or keeps the wording that you chose.</p>
      <Button onClick={() => navigate(back)}>{back.screen === 'article' ? 'Back to the article' : 'Back to the library'}</Button>
    </div>
  )
}

type Mode = 'asking' | 'placing' | 'said-by-another' | 'other' | 'empty'

const keysOf: Record<Mode, [keys: string, act: string][]> = {
  asking: [['1 – 5', 'stance'], ['L', 'leave open']],
  placing: [['Enter', 'place here'], ['Esc', 'cancel']],
  'said-by-another': [['J K', 'next, previous'], ['A', 'accept'], ['S', 'speaker'], ['P', 'place again']],
  other: [['J K', 'next, previous'], ['A', 'accept'], ['O', 'old wording'], ['P', 'place again']],
  empty: [],
}

function Status({ count, mode }: { count: number; mode: Mode }): ReactNode {
  return (
    <footer className="statusbar queue-status">
      <span>{count === 0 ? 'No highlight needs you' : count === 1 ? '1 highlight needs you' : `${count} highlights need you`}</span>
      <span className="queue-status-undo">Every choice can be undone</span>
      <span className="spacer" />
      <span className="queue-status-keys" aria-hidden>{keysOf[mode].map(([keys, act]) => <span key={keys}><Keys keys={keys} /> {act}</span>)}</span>
    </footer>
  )
}
