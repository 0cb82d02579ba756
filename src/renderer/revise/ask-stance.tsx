import { useState, type ReactNode } from 'react'
import { stances, type Stance } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { StanceField } from '../marks/stance-field.tsx'
import { Button } from '../ui/button.tsx'
import { useQueueKeys } from './queue-keys.ts'
import type { Waiting } from './use-changes.ts'

export interface AskStanceProps {
  /** The highlight as it waited: another says its words now. */
  waiting: Waiting
  speakerName: string
  onStance: (statementId: string, stance: Stance) => Promise<void>
  /** All are answered, or left open. */
  onDone: () => void
}

/** What the last speaker thought of an issue says nothing of the new one. */
export function AskStance({ waiting, speakerName, onStance, onDone }: AskStanceProps): ReactNode {
  const issues = useOperation('issues.list', {}).data ?? []
  const [given, setGiven] = useState<Record<string, Stance>>({})
  const open = waiting.statements.filter(({ id }) => !given[id])
  const give = async (id: string, stance: Stance): Promise<void> => {
    setGiven({ ...given, [id]: stance })
    await onStance(id, stance)
    if (open.every((one) => one.id === id)) onDone()
  }
  useQueueKeys(Object.fromEntries([['l', onDone], ...stances.map((stance, index): [string, () => void] => [String(index + 1), () => { if (open[0]) void give(open[0].id, stance) }])]))
  return (
    <section className="queue queue-ask" aria-labelledby="queue-ask">
      <div className="queue-in">
        <h2 id="queue-ask">What is {speakerName}’s stance?</h2>
        <blockquote dir="auto">{waiting.quote}</blockquote>
        {waiting.statements.map((statement) => (
          <div key={statement.id} className="queue-ask-issue">
            <h3 dir="auto">{issues.find(({ id }) => id === statement.issueId)?.proposition ?? 'No issue yet'}</h3>
            <StanceField value={given[statement.id] ?? null} onChange={(stance) => { void give(statement.id, stance) }} />
          </div>
        ))}
        <Button keys="L" onClick={onDone}>Leave it open</Button>
      </div>
    </section>
  )
}
