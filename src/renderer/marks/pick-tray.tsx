import { useEffect, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { sourceOf, type StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { clearPicks, keepPicks, MOST_PICKS, togglePick, usePicks } from '../compare-picks.ts'
import { navigate } from '../route.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Caveat } from './caveat.tsx'
import { SourceName } from './guess-mark.tsx'
import { Swatch } from './speaker-name.tsx'
import './pick-tray.css'

/** What is picked, and the way to see it side by side. Nothing while nothing is picked. */
export function PickTray({ comparisonId }: { comparisonId?: string }): ReactNode {
  const ids = usePicks((picks) => picks.ids)
  const statements = useOperation('statements.list', { ids }, { enabled: ids.length > 0, keepPrevious: true })
  useEffect(() => {
    if (statements.data && !statements.isPlaceholderData) keepPicks(new Set(statements.data.map(({ id }) => id)))
  }, [statements.data, statements.isPlaceholderData])

  const picked = ids.flatMap((id) => statements.data?.find((statement) => statement.id === id) ?? [])
  if (!picked.length) return null
  const articleIds = [...new Set(picked.map(({ articleId }) => articleId))]
  return (
    <section className="pick-tray" aria-label="Picked statements">
      <b className="tnum nowrap">{picked.length} picked</b>
      <ul className="pick-tray-list">
        {picked.map((statement) => <PickChip key={statement.id} statement={statement} />)}
      </ul>
      <span className="m pick-tray-hint">{hintFor(picked.length)}</span>
      <span className="spacer" />
      {articleIds.length === 2 && <Button variant="quiet" onClick={() => navigate({ screen: 'split', leftId: articleIds[0]!, rightId: articleIds[1]!, statementId: picked[0]!.id })}>Read both articles</Button>}
      <Button variant="quiet" onClick={clearPicks}>Clear</Button>
      <Button variant="primary" disabled={picked.length < 2} onClick={() => navigate({ screen: 'side-by-side', statementIds: picked.map(({ id }) => id), ...(comparisonId ? { comparisonId } : {}) })}>
        Compare side by side
      </Button>
    </section>
  )
}

function PickChip({ statement }: { statement: StatementInContext }): ReactNode {
  const speakers = useOperation('speakers.list', {})
  const speaker = speakers.data?.find(({ id }) => id === statement.speakerId)
  const name = speaker?.name ?? 'No speaker yet'
  return (
    <li className="pick-chip" title={statement.quote}>
      <Swatch colour={speaker?.colour ?? null} />
      <span className="pick-chip-name">{name} <span className="m"><SourceName of={statement} /></span></span><Caveat words={statement.caveat} />
      <IconButton small label={`Remove ${name}, ${sourceOf(statement)}`} icon={X} onClick={() => togglePick(statement.id)} />
    </li>
  )
}

function hintFor(count: number): string {
  if (count === 1) return 'Pick one more to compare'
  const left = MOST_PICKS - count
  if (left === 0) return ''
  return left === 1 ? 'One more fits' : 'Two more fit'
}
