import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { Event } from '../../shared/event.ts'
import { client } from '../api.ts'
import { toastDone } from '../marks/toast-done.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** What happened, and when. Null: a new one. */
export function EventDialog({ event, onClose }: { event: Event | null; onClose: () => void }): ReactNode {
  const [title, setTitle] = useState(event?.title ?? '')
  const [date, setDate] = useState(event?.date ?? '')
  const [problem, setProblem] = useState('')
  const formId = useId()
  const handleSubmit = (submitted: FormEvent): void => {
    submitted.preventDefault()
    const save = event ? client.call('events.update', { id: event.id, title, date }) : client.call('events.create', { title, date })
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
        <label><span>What happened</span><span className="field"><input value={title} onChange={(changed) => setTitle(changed.target.value)} /></span></label>
        <label><span>Date</span><span className="field"><input value={date} placeholder="2017, 2017-04 or 2017-04-26" spellCheck={false} onChange={(changed) => setDate(changed.target.value.trim())} /></span></label>
        {problem && <p className="err" role="alert">{problem}</p>}
      </form>
    </Dialog>
  )
}
