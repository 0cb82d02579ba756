/** Speakers and issues: the list in the reader's own order, and all that is known of the chosen one. */
import { useMemo, type ReactNode } from 'react'
import { useOperation } from '../api.ts'
import { NameDetails } from './name-details.tsx'
import { NameSide } from './name-side.tsx'
import { namedIssue, namedSpeaker } from './named.ts'
import { useOrder } from './use-order.ts'
import './names-screen.css'

export interface NamesScreenProps {
  kind?: 'speakers' | 'issues'
  id?: string
}

export function NamesScreen({ kind = 'speakers', id }: NamesScreenProps): ReactNode {
  const speakers = useOperation('speakers.list', {})
  const issues = useOperation('issues.list', {})
  const stored = useMemo(() => (kind === 'speakers' ? (speakers.data ?? []).map(namedSpeaker) : (issues.data ?? []).map(namedIssue)), [kind, speakers.data, issues.data])
  const { things, move } = useOrder(stored, kind === 'speakers' ? speakers.refetch : issues.refetch)
  const failed = speakers.error ?? issues.error
  const chosen = things.find((one) => one.id === id) ?? things[0]

  if (failed) return <main className="names-failed" role="alert">{failed.message}</main>
  if (!speakers.data || !issues.data) return <main className="names" aria-busy="true" aria-label="Speakers and issues" />
  return (
    <main className="names" data-chosen={chosen !== undefined && chosen.id === id} aria-label="Speakers and issues">
      <NameSide key={kind} kind={kind} things={things} chosenId={chosen?.id} onMove={move} />
      {chosen ? <NameDetails key={chosen.id} thing={chosen} speakers={speakers.data} /> : <section className="names-details" aria-label="Details" />}
    </main>
  )
}
