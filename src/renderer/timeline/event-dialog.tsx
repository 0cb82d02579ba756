import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { MarkedArticle } from '../../shared/compare/statement-columns.ts'
import type { Event, EventFields } from '../../shared/event.ts'
import { client, useOperation } from '../api.ts'
import { longDate } from '../marks/citation.ts'
import { toastDone } from '../marks/toast-done.ts'
import { Button } from '../ui/button.tsx'
import { CheckList } from '../ui/check-list.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker } from '../ui/picker.tsx'

export interface EventDialogProps {
  /** Null: a new one. */
  event: Event | null
  /** Where a new one belongs unless its reader chooses. */
  place: Pick<EventFields, 'articleIds' | 'collectionId'>
  articles: MarkedArticle[]
  onClose: () => void
}

/** What happened, when, and whose timelines show it. */
export function EventDialog({ event, place, articles, onClose }: EventDialogProps): ReactNode {
  const [fields, setFields] = useState<EventFields>(() => event ?? { title: '', date: '', ...place })
  const [problem, setProblem] = useState('')
  const formId = useId()
  const set = (changed: Partial<EventFields>): void => setFields({ ...fields, ...changed })
  const handleSubmit = (submitted: FormEvent): void => {
    submitted.preventDefault()
    const { title, date, articleIds, collectionId } = fields
    const saved = { title, date, articleIds, collectionId }
    const save = event ? client.call('events.update', { id: event.id, ...saved }) : client.call('events.create', saved)
    save.then(onClose, (error: Error) => setProblem(error.message))
  }
  const handleDelete = (): void => {
    client.call('events.delete', { id: event!.id }).then((done) => {
      onClose()
      toastDone('Event deleted', done)
    }, (error: Error) => setProblem(error.message))
  }
  const footer = (
    <>
      {event && <Button variant="danger" onClick={handleDelete}>Delete event</Button>}
      <span className="spacer" />
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" type="submit" form={formId}>{event ? 'Save' : 'Add event'}</Button>
    </>
  )
  return (
    <Dialog title={event ? 'Edit event' : 'Add event'} open onClose={onClose} width={440} firstFocus="input" footer={footer}>
      <form id={formId} className="event-form" onSubmit={handleSubmit}>
        <label><span>What happened</span><span className="field"><input value={fields.title} onChange={(changed) => set({ title: changed.target.value })} /></span></label>
        <label><span>Date</span><span className="field"><input value={fields.date} placeholder="2017, 2017-04 or 2017-04-26" spellCheck={false} onChange={(changed) => set({ date: changed.target.value.trim() })} /></span></label>
        <EventPlace fields={fields} articles={articles} onChange={set} />
        {problem && <p className="err" role="alert">{problem}</p>}
      </form>
    </Dialog>
  )
}

function EventPlace({ fields: { articleIds, collectionId }, articles, onChange }: { fields: EventFields; articles: MarkedArticle[]; onChange: (changed: Partial<EventFields>) => void }): ReactNode {
  const collections = useOperation('collections.list', {}).data ?? []
  return (
    <fieldset className="event-place">
      <legend>Belongs to</legend>
      {collections.length > 0 && <Picker label="Collection" placeholder="No collection" items={collections} value={collectionId} onPick={(next) => onChange({ collectionId: next })} />}
      <CheckList
        label="Articles of the event" height={160} all="All articles" chosen={new Set(articleIds)} onChange={(next) => onChange({ articleIds: [...next] })}
        items={articles.map(({ id, title, publisher, published }) => ({ id, name: title, detail: [publisher, longDate(published)].filter(Boolean).join(', ') }))}
      />
      <p className="m">It appears only on timelines that include statements from these articles or this collection.</p>
    </fieldset>
  )
}
