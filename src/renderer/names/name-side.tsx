import { useState, type ReactNode } from 'react'
import { Plus, Search } from 'lucide-react'
import { client } from '../api.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { NameList } from './name-list.tsx'
import type { Named } from './named.ts'

type Kind = 'speakers' | 'issues'
const kindNames: Record<Kind, string> = { speakers: 'Speakers', issues: 'Issues' }
const hints: Record<Kind, string> = {
  speakers: 'No speakers yet. Whoever says something in an article can be one, and gets a colour.',
  issues: 'No issues yet. An issue is a claim that can be denied, such as “An inspection is needed”.',
}

export interface NameSideProps {
  kind: Kind
  things: Named[]
  chosenId: string | undefined
  onMove: (id: string, to: number) => void
}

/** The list, what it shows of all, and the way to add one. */
export function NameSide({ kind, things, chosenId, onMove }: NameSideProps): ReactNode {
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const noun = kind === 'speakers' ? 'speaker' : 'issue'
  const wanted = fold(typed.trim())
  const shown = things.filter((one) => namesOf(one).some((name) => fold(name).includes(wanted)))

  const handleAdd = async (name: string): Promise<void> => {
    const made = await (kind === 'speakers' ? client.call('speakers.create', { name }) : client.call('issues.create', { proposition: name }))
    setTyped('')
    navigate({ screen: 'names', kind, id: made.id })
  }
  return (
    <section className="names-side" aria-label={kindNames[kind]}>
      <header className="names-h">
        <div className="names-t">
          <Segmented<Kind>
            label="Show" value={kind} onChange={(next) => navigate({ screen: 'names', kind: next }, 'replace')}
            options={[{ value: 'speakers', shown: kindNames.speakers }, { value: 'issues', shown: kindNames.issues }]}
          />
          <span className="n tnum" role="status">{shown.length === things.length ? things.length : `${shown.length} of ${things.length}`}</span>
          <span className="spacer" />
          <Button icon={Plus} aria-label={`Add ${noun}`} onClick={() => setAdding(true)}>Add</Button>
        </div>
        {things.length > 0 && (
          <div className="field">
            <Search className="i" size={16} strokeWidth={1.5} aria-hidden />
            <input type="text" aria-label="Filter" placeholder={kind === 'speakers' ? 'Filter by any name' : 'Filter'} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </div>
        )}
      </header>
      {things.length === 0 && <p className="names-none">{hints[kind]}</p>}
      {things.length > 0 && shown.length === 0 && <p className="names-none">No {noun} is called that. <Button variant="quiet" onClick={() => setTyped('')}>Clear filter</Button></p>}
      {shown.length > 0 && <NameList label={`All ${kind}`} things={shown} all={things} chosenId={chosenId} {...(wanted === '' ? { onMove } : {})} />}
      {adding && <NameDialog title={`Add ${noun}`} action="Add" onSave={handleAdd} onClose={() => setAdding(false)} />}
    </section>
  )
}

function namesOf({ name, speaker }: Named): string[] {
  return [name, ...(speaker?.aliases ?? []).map((alias) => alias.name)]
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
}
