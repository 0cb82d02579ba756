import type { ReactNode } from 'react'
import { ChevronDown, Columns2, Trash2 } from 'lucide-react'
import { stanceNames, stances, wordingNames, wordings } from '../../shared/statement.ts'
import { client } from '../api.ts'
import { MOST_PICKS, usePicks } from '../compare-picks.ts'
import { speakerItems } from '../marks/speaker-items.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Picker } from '../ui/picker.tsx'
import { toastError } from '../ui/toast.tsx'
import { deleteStatements, setFields, setTag } from './statement-acts.ts'
import { useTableLook } from './table-look.ts'
import type { Table } from './use-table.ts'

const NONE = 'none'

/** What can be done with all that is picked. */
export function BulkBar({ table, ids }: { table: Table; ids: string[] }): ReactNode {
  const compare = (): void => {
    usePicks.setState({ ids })
    navigate({ screen: 'side-by-side', statementIds: ids })
  }
  return (
    <section className="bulk" aria-label="Picked statements">
      <b className="tnum nowrap">{ids.length} picked</b>
      <SpeakerOfAll table={table} ids={ids} />
      <IssueOfAll table={table} ids={ids} />
      <Menu
        trigger={<Button>Stance <ChevronDown className="i" size={14} strokeWidth={1.5} aria-hidden /></Button>}
        items={[...stances.map((stance) => ({ label: stanceNames[stance], onChoose: () => setFields(ids, { stance }, `Stance set to “${stanceNames[stance]}”`) })), null, { label: 'No stance', onChoose: () => setFields(ids, { stance: null }, 'Stance taken away') }]}
      />
      <Menu
        trigger={<Button>Wording <ChevronDown className="i" size={14} strokeWidth={1.5} aria-hidden /></Button>}
        items={wordings.map((wording) => ({ label: wordingNames[wording], onChoose: () => setFields(ids, { wording }, `Wording set to “${wordingNames[wording]}”`) }))}
      />
      <TagOfAll table={table} ids={ids} />
      <span className="spacer" />
      <Button icon={Columns2} disabled={ids.length < 2 || ids.length > MOST_PICKS} title={ids.length > MOST_PICKS ? 'Two to four fit side by side.' : undefined} onClick={compare}>Compare</Button>
      <Button variant="danger" icon={Trash2} onClick={() => deleteStatements(ids)}>Delete</Button>
      <Button variant="quiet" keys="Esc" onClick={() => useTableLook.setState({ picked: new Set(), anchor: null })}>Clear</Button>
    </section>
  )
}

function SpeakerOfAll({ table: { speakers, speakerById }, ids }: { table: Table; ids: string[] }): ReactNode {
  const set = (speakerId: string | null, name: string | undefined): void => setFields(ids, { speakerId }, name ? `Speaker set to “${name}”` : 'Speaker taken away')
  return (
    <Picker
      label="Speaker of all picked" placeholder="Set speaker" value={null} items={[...speakerItems(speakers), { id: NONE, name: 'No speaker', mark: <Swatch colour={null} /> }]}
      onPick={(id) => { if (id) set(id === NONE ? null : id, speakerById.get(id)?.name) }}
      onAdd={(name) => { client.call('speakers.create', { name }).then((made) => set(made.id, name), toastError) }}
    />
  )
}

function IssueOfAll({ table: { issues, issueById }, ids }: { table: Table; ids: string[] }): ReactNode {
  const set = (issueId: string | null, proposition: string | undefined): void => setFields(ids, { issueId }, proposition ? `Issue set to “${proposition}”` : 'Issue taken away')
  return (
    <Picker
      label="Issue of all picked" placeholder="Set issue" value={null} items={[...issues.map(({ id, proposition }) => ({ id, name: proposition })), { id: NONE, name: 'No issue' }]}
      onPick={(id) => { if (id) set(id === NONE ? null : id, issueById.get(id)?.proposition) }}
      onAdd={(proposition) => { client.call('issues.create', { proposition }).then((made) => set(made.id, proposition), toastError) }}
    />
  )
}

/** A tag that all of them have comes off; any other goes on. */
function TagOfAll({ table: { tags, tagById, marks }, ids }: { table: Table; ids: string[] }): ReactNode {
  const picked = new Set(ids)
  const those = marks.filter((mark) => picked.has(mark.id))
  const having = (tagId: string): number => those.filter((mark) => mark.tagIds.includes(tagId)).length
  const items = tags.map(({ id, name }) => {
    const count = having(id)
    const detail = count === 0 ? '' : count === ids.length ? 'All have it: take it off' : `${count} of ${ids.length} have it`
    return { id, name, ...(detail ? { detail } : {}) }
  })
  return (
    <Picker
      label="Tag of all picked" placeholder="Tag" value={null} items={items}
      onPick={(id) => { if (id) setTag(ids, tagById.get(id)!, having(id) < ids.length) }}
      onAdd={(name) => { client.call('tags.create', { name }).then((made) => setTag(ids, made, true), toastError) }}
    />
  )
}
