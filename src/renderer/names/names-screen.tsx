/** Speakers and issues: the list in the reader's own order, and all that is known of the chosen one. */
import { useMemo, useState, type ReactNode } from 'react'
import { Plus, Search } from 'lucide-react'
import { client, useOperation } from '../api.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { NameDetails } from './name-details.tsx'
import { NameList } from './name-list.tsx'
import { namedIssue, namedSpeaker } from './named.ts'
import { useOrder } from './use-order.ts'
import './names-screen.css'

type Kind = 'speakers' | 'issues'

export interface NamesScreenProps {
  kind?: Kind
  id?: string
}

export function NamesScreen({ kind = 'speakers', id }: NamesScreenProps): ReactNode {
  const speakers = useOperation('speakers.list', {})
  const issues = useOperation('issues.list', {})
  const stored = useMemo(() => (kind === 'speakers' ? (speakers.data ?? []).map(namedSpeaker) : (issues.data ?? []).map(namedIssue)), [kind, speakers.data, issues.data])
  const { things, move } = useOrder(stored, kind === 'speakers' ? speakers.refetch : issues.refetch)
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const wanted = fold(typed.trim())
  const shown = wanted === '' ? things : things.filter((one) => [one.name, ...(one.speaker?.aliases ?? []).map((alias) => alias.name)].some((name) => fold(name).includes(wanted)))
  const chosen = things.find((one) => one.id === id) ?? shown[0]
  const failed = speakers.error ?? issues.error
  if (!failed && (!speakers.data || !issues.data)) return <main className="names" aria-busy="true" aria-label="Speakers and issues" />

  const noun = kind === 'speakers' ? 'speaker' : 'issue'
  const handleAdd = async (name: string): Promise<void> => {
    const made = await (kind === 'speakers' ? client.call('speakers.create', { name }) : client.call('issues.create', { proposition: name }))
    setTyped('')
    navigate({ screen: 'names', kind, id: made.id })
  }
  return (
    <main className="names" data-chosen={Boolean(id)} aria-label="Speakers and issues">
      <section className="names-side" aria-label={kind === 'speakers' ? 'Speakers' : 'Issues'}>
        <header className="names-h">
          <div className="names-t">
            <Segmented<Kind>
              label="Show" value={kind} onChange={(next) => { setTyped(''); navigate({ screen: 'names', kind: next }, 'replace') }}
              options={[{ value: 'speakers', shown: 'Speakers' }, { value: 'issues', shown: 'Issues' }]}
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
        {failed && <p className="names-none" role="alert">{failed.message}</p>}
        {things.length === 0 && !failed && <NothingYet kind={kind} />}
        {things.length > 0 && shown.length === 0 && <p className="names-none">No {noun} is called that. <button type="button" className="link" onClick={() => setTyped('')}>Clear filter</button></p>}
        <NameList label={kind === 'speakers' ? 'All speakers' : 'All issues'} things={shown} chosenId={chosen?.id} {...(wanted === '' ? { onMove: move } : {})} />
      </section>
      {chosen ? <NameDetails key={chosen.id} thing={chosen} speakers={speakers.data ?? []} /> : <section className="names-details" aria-label="Details" />}
      {adding && <NameDialog title={`Add ${noun}`} action="Add" onSave={handleAdd} onClose={() => setAdding(false)} />}
    </main>
  )
}

function NothingYet({ kind }: { kind: Kind }): ReactNode {
  if (kind === 'speakers') return <p className="names-none">No speakers yet. Each who says something in an article becomes one, with a colour.</p>
  return <p className="names-none">No issues yet. An issue is a claim that can be denied, such as “An inspection is needed”.</p>
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
}
