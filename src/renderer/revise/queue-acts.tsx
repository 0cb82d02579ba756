import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Speaker } from '../../shared/speaker.ts'
import { SpeakerPicker } from '../marks/speaker-picker.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { Button } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { offeredSpeakers, type Offered } from './offered-speakers.ts'
import { useQueueKeys } from './queue-keys.ts'
import { stateOf } from './queue-states.ts'
import type { QueueChanges, Waiting } from './use-changes.ts'

/** Who says it now: a speaker of the library, or a name that becomes one. */
export type Sayer = { speakerId: string } | { name: string }

export interface QueueDecisions {
  onAccept: (place: number) => void
  onAcceptAs: (place: number, sayer: Sayer) => void
  onKeepOld: () => void
  onPlace: () => void
}

export interface QueueActsProps extends QueueDecisions {
  waiting: Waiting
  place: number
  changes: QueueChanges | undefined
  speakers: Speaker[]
}

/** What can be done with a highlight that waits. None is the usual one, so none is primary. */
export function QueueActs({ waiting, place, changes, speakers, onAccept, onAcceptAs, onKeepOld, onPlace }: QueueActsProps): ReactNode {
  const [choosing, setChoosing] = useState(false)
  const hasPlace = place < waiting.candidates.length
  const canChoose = hasPlace && waiting.statements.length > 0 && changes?.mayBeAnothers === true
  const isKeptBeside = canChoose || stateOf(waiting) === 'said-by-another'
  const hasKeys = waiting.candidates.length === 1
  const offered = useMemo(() => (canChoose && changes?.changes ? offeredIn(waiting, changes, speakers) : []), [canChoose, waiting, changes, speakers])
  useQueueKeys({
    a: hasPlace ? () => onAccept(place) : undefined, o: onKeepOld, p: onPlace,
    s: canChoose ? () => setChoosing(true) : undefined,
    ...Object.fromEntries((hasKeys ? offered : []).map((by, index) => [String(index + 1), () => onAcceptAs(place, sayerOf(by))])),
  })
  const column = useRef<HTMLDivElement>(null)
  const stopChoosing = (): void => {
    setChoosing(false)
    column.current?.querySelector('button')?.focus()
  }
  const pickKnown = (id: string | null): void => {
    setChoosing(false)
    if (id) onAcceptAs(place, { speakerId: id })
  }
  return (
    <>
      <div className="queue-acts">
        <div>
          <Button large keys="A" disabled={!hasPlace} onClick={() => onAccept(place)}>{acceptName(waiting, canChoose ? speakers : [])}</Button>
          <p>{acceptWords(waiting)}</p>
        </div>
        {canChoose && (
          <div ref={column} onKeyDown={(event) => { if (event.key === 'Escape' && choosing) stopChoosing() }}>
            <Button large keys="S" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>Choose another speaker…</Button>
            <p>{offered.length > 0 ? 'Offered from the new sentence. ' : ''}The stance is asked for again.</p>
            {choosing && <SpeakerPicker label="Another speaker" speakers={speakers} value={null} placeholder="Who says it now?" articleId={waiting.articleId} autoFocus onPick={pickKnown} />}
            {offered.length > 0 && (
              <div className="queue-offers">
                {offered.map((by, index) => <Offer key={index} by={by} keys={hasKeys ? String(index + 1) : undefined} onChoose={() => onAcceptAs(place, sayerOf(by))} />)}
              </div>
            )}
          </div>
        )}
        {!isKeptBeside && (
          <div>
            <Button large keys="O" onClick={onKeepOld}>Keep the old wording</Button>
            <p>It stays on revision {waiting.revision}, and is shown with it.</p>
          </div>
        )}
        <div>
          <Button large keys="P" onClick={onPlace}>Place again…</Button>
          <p>Mark the passage yourself.{isKeptBeside && <> Or <button type="button" className="queue-link" onClick={onKeepOld}>keep the old wording</button> on revision {waiting.revision}, shown as such.</>}</p>
        </div>
      </div>
      {stateOf(waiting) === 'said-by-another' && <p className="queue-tail">Until you decide, it keeps its place and its speaker, and is marked “said by another?”.</p>}
    </>
  )
}

function offeredIn(waiting: Waiting, { article, changes, named }: QueueChanges, speakers: Speaker[]): Offered[] {
  const { start, end } = changes!.after
  return offeredSpeakers(speakers, { sentence: article.text.slice(start, end), articleId: waiting.articleId, changes: named, except: waiting.statements.map(({ speakerId }) => speakerId) })
}

function sayerOf(by: Offered): Sayer {
  return 'speaker' in by ? { speakerId: by.speaker.id } : by
}

function Offer({ by, keys, onChoose }: { by: Offered; keys: string | undefined; onChoose: () => void }): ReactNode {
  const isKnown = 'speaker' in by
  return (
    <button type="button" className="chip" onClick={onChoose}>
      <Swatch colour={isKnown ? by.speaker.colour : null} /><b dir="auto">{isKnown ? by.speaker.name : by.name}</b>{!isKnown && 'new'}{keys && <Keys keys={keys} />}
    </button>
  )
}

/** With the speakers whose words they stay, where that is a question. */
function acceptName(waiting: Waiting, speakers: Speaker[]): string {
  const act = { 'said-by-another': 'Accept', reworded: 'Accept the new wording', lost: 'Place it here' }[stateOf(waiting)]
  const names = [...new Set(waiting.statements.map(({ speakerId }) => speakers.find(({ id }) => id === speakerId)?.name))].filter((name) => name !== undefined)
  return names.length === 0 ? act : `${act}, still ${names.join(' and ')}`
}

function acceptWords(waiting: Waiting): string {
  switch (stateOf(waiting)) {
    case 'said-by-another': return waiting.statements.length > 0 ? `The highlight, its speaker and its stance stay as they are, on revision ${waiting.articleRevision}.` : `The highlight stays as it is, on revision ${waiting.articleRevision}.`
    case 'reworded': return `The highlight takes the new words, on revision ${waiting.articleRevision}.`
    case 'lost': return waiting.candidates.length > 0 ? `The highlight moves to the passage shown, on revision ${waiting.articleRevision}.` : 'There is no passage to offer.'
  }
}
