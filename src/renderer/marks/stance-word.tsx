import type { ReactNode } from 'react'
import { stanceNames, type Stance } from '../../shared/statement.ts'

/** Round = for, pointed = against, bar = neither; full = firm, half = tentative. Never without its word nearby. */
export function StanceMark({ stance }: { stance: Stance }): ReactNode {
  return <i className={`st st-${stance}`} aria-hidden />
}

/** Mark and word. No stance yet: no mark. */
export function StanceWord({ stance }: { stance: Stance | null }): ReactNode {
  if (!stance) return <span className="m">No stance yet</span>
  return <span className="stance-w"><StanceMark stance={stance} />{stanceNames[stance]}</span>
}
