import { useState, type ReactNode } from 'react'
import { ListFilter, Search } from 'lucide-react'
import { stanceNames, stances, wordingNames, wordings, type Stance, type Wording } from '../../shared/statement.ts'
import { speakerItems } from '../marks/speaker-items.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceMark } from '../marks/stance-word.tsx'
import { Button } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import { changeFilter, useTableLook } from './table-look.ts'
import type { Table } from './use-table.ts'

export interface Chosen { speakerId?: string | undefined; issueId?: string | undefined }

export interface FilterBarProps extends Chosen {
  table: Table
  onChoose: (next: Chosen) => void
  onClear: (() => void) | undefined
}

const stanceItems = [{ id: 'none', name: 'No stance yet' }, ...stances.map((id) => ({ id, name: stanceNames[id], mark: <StanceMark stance={id} /> }))]
const wordingItems = wordings.map((id) => ({ id, name: wordingNames[id] }))

/** Where there is little room, all but the words wait behind a button. */
export function FilterBar({ table, speakerId, issueId, onChoose, onClear }: FilterBarProps): ReactNode {
  const { text, stance, wording, tagId } = useTableLook((look) => look.filter)
  const [isOpen, setOpen] = useState(false)
  const count = [speakerId, issueId, stance, wording, tagId].filter(Boolean).length
  return (
    <div className="filters" role="search" aria-label="Filter statements">
      <div className="field filters-text">
        <Search className="i" size={16} strokeWidth={1.5} aria-hidden />
        <input type="search" aria-label="Speaker, issue or source" placeholder="Speaker, issue or source" value={text} onChange={(event) => changeFilter({ text: event.target.value })} />
      </div>
      <Button className="filters-more" icon={ListFilter} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>Filters{count > 0 && ` (${count})`}</Button>
      <div className={isOpen ? 'filters-rest is-open' : 'filters-rest'}>
        <Picker
          label="Filter by speaker" placeholder="All speakers" value={speakerId ?? null} onPick={(id) => onChoose({ speakerId: id ?? undefined, issueId })}
          items={[{ id: 'none', name: 'No speaker yet', mark: <Swatch colour={null} /> }, ...speakerItems(table.speakers)]}
        />
        <Picker
          label="Filter by issue" placeholder="All issues" value={issueId ?? null} onPick={(id) => onChoose({ speakerId, issueId: id ?? undefined })}
          items={[{ id: 'none', name: 'No issue yet' }, ...table.issues.map(({ id, proposition }) => ({ id, name: proposition }))]}
        />
        <Picker label="Filter by stance" placeholder="All stances" value={stance} items={stanceItems} onPick={(id) => changeFilter({ stance: id as Stance | 'none' | null })} />
        <Picker label="Filter by wording" placeholder="Any wording" value={wording} items={wordingItems} onPick={(id) => changeFilter({ wording: id as Wording | null })} />
        <Picker label="Filter by tag" placeholder="All tags" value={tagId} items={table.tags} onPick={(id) => changeFilter({ tagId: id })} />
      </div>
      {onClear && <Button variant="quiet" onClick={onClear}>Clear filters</Button>}
    </div>
  )
}
