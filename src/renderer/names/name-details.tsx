import { useState, type ReactNode } from 'react'
import { ArrowLeft, Merge, Trash2 } from 'lucide-react'
import type { Speaker } from '../../shared/speaker.ts'
import { client, useOperation } from '../api.ts'
import { SubjectNote } from '../editor/subject-note.tsx'
import { DeleteNameDialog } from '../marks/delete-name-dialog.tsx'
import { deleteName } from '../marks/name-acts.ts'
import { addressOf, navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { NameStatements, RelayedStatements } from './name-statements.tsx'
import { NameTitle } from './name-title.tsx'
import type { Named } from './named.ts'
import { OtherNames } from './other-names.tsx'
import { SpeaksFor } from './speaks-for.tsx'

export function NameDetails({ thing, speakers }: { thing: Named; speakers: Speaker[] }): ReactNode {
  const { noun, id, name, speaker } = thing
  const statements = useOperation('statements.list', noun === 'speaker' ? { speakerId: id } : { issueId: id })
  const [merging, setMerging] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const handleDelete = (): void => {
    if (thing.statements > 0) setDeleting(true)
    else deleteName(noun, thing, null).then(showList, toastError)
  }
  const showList = (): void => navigate({ screen: 'names', kind: `${noun}s` }, 'replace')

  return (
    <section className="names-details" aria-label="Details">
      <header className="names-tools">
        <a className="btn quiet names-back" href={addressOf({ screen: 'names', kind: `${noun}s` })}><ArrowLeft size={16} strokeWidth={1.5} aria-hidden />All {noun}s</a>
        <Button icon={Merge} onClick={() => setMerging(true)}>Merge into…</Button>
        <Button variant="quiet" icon={Trash2} onClick={handleDelete}>{thing.statements > 0 ? 'Delete…' : 'Delete'}</Button>
        <span className="spacer" />
      </header>
      <div className="names-body">
        <NameTitle thing={thing} />
        {speaker && (
          <div className="names-props">
            <span className="lab">Colour</span>
            <ColourChoice value={speaker.colour} onChange={(colour) => { client.call('speakers.update', { id, colour }).catch(toastError) }} />
            <span className="lab">Speaks for</span>
            <SpeaksFor speaker={speaker} speakers={speakers} />
            <span className="lab">Other names</span>
            <OtherNames speaker={speaker} />
          </div>
        )}
        <SubjectNote subject={{ type: noun, id }} />
        {statements.data && <NameStatements thing={thing} statements={statements.data} speakers={speakers} />}
        {speaker && <RelayedStatements speaker={speaker} speakers={speakers} />}
      </div>
      {merging && <MergeDialog thing={thing} speakers={speakers} onClose={() => setMerging(false)} />}
      {deleting && <DeleteNameDialog noun={noun} id={id} name={name} statements={thing.statements} onClose={() => setDeleting(false)} onDeleted={showList} />}
    </section>
  )
}
