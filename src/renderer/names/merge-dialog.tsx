import { useId, useState, type ReactNode } from 'react'
import type { Speaker } from '../../shared/speaker.ts'
import { client, useOperation } from '../api.ts'
import { useOtherNames } from '../marks/delete-name-dialog.tsx'
import { countOf } from '../marks/name-acts.ts'
import { toastDone } from '../marks/toast-done.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker } from '../ui/picker.tsx'
import type { Named } from './named.ts'

/** Says in numbers what will move before it does. */
export function MergeDialog({ thing, speakers, onClose }: { thing: Named; speakers: Speaker[]; onClose: () => void }): ReactNode {
  const { noun, id, name } = thing
  const others = useOtherNames(noun, id)
  const moving = useMoving(thing, speakers)
  const [intoId, setInto] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const formId = useId()
  const problemId = useId()
  const into = others.find((one) => one.id === intoId)

  const handleMerge = (): void => {
    if (!into) return setProblem(`Choose the ${noun} that stays.`)
    const act = noun === 'speaker' ? client.call('speakers.merge', { id, intoId: into.id }) : client.call('issues.merge', { id, intoId: into.id })
    act.then((done) => {
      onClose()
      navigate({ screen: 'names', kind: `${noun}s`, id: into.id }, 'replace')
      toastDone(`“${name}” merged into “${into.name}”`, done)
    }, (error: Error) => setProblem(error.message))
  }
  return (
    <Dialog
      title={`Merge ${noun}`} open onClose={onClose} width={480}
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" type="submit" form={formId}>Merge</Button></>}
    >
      <form id={formId} className="names-merge" onSubmit={(event) => { event.preventDefault(); handleMerge() }}>
        <p className="names-merge-name">{name}</p>
        <div className="names-merge-into">
          <span className="lab" aria-hidden>Into</span>
          <Picker autoFocus label="Merge into" long={noun === 'issue'} items={others} value={intoId} placeholder={`The ${noun} that stays`} onPick={(next) => { setInto(next); setProblem('') }} />
        </div>
        {problem && <p className="err" id={problemId} role="alert">{problem}</p>}
        <div aria-live="polite">
          <p className="lab">What moves{into ? ` to “${into.name}”` : ''}</p>
          <ul className="names-moving">{moving.map((line) => <li key={line}>{line}</li>)}</ul>
          {noun === 'speaker' && <p className="names-dialog-text">“{name}” becomes another name of it, everywhere.</p>}
        </div>
      </form>
    </Dialog>
  )
}

function useMoving({ noun, id, statements, speaker }: Named, speakers: Speaker[]): string[] {
  const note = useOperation('notes.get', { type: noun, id }).data
  const relayed = (useOperation('statements.list', {}).data ?? []).filter((one) => one.reportedById === id).length
  const voices = speakers.filter((one) => one.speaksForId === id).length
  return [
    countOf(statements, 'statement'),
    ...(relayed > 0 ? [`${countOf(relayed, 'statement')} that it relays`] : []),
    ...(speaker && speaker.aliases.length > 0 ? [countOf(speaker.aliases.length, 'other name')] : []),
    ...(voices > 0 ? [`${countOf(voices, 'speaker')} who ${voices === 1 ? 'speaks' : 'speak'} for it`] : []),
    ...(note ? ['1 note, below the other’s'] : []),
  ]
}
