/** Forgets the oldest Changes, in small steps: they could still be undone, but hardly anybody goes back that far. */
import type { CounterpointEvent } from '../../shared/contract.ts'
import { KEPT_DAYS, KEPT_STEPS, type KeptSteps } from '../../shared/history.ts'
import type { TrimTable } from './trim-table.ts'

/** How long one step takes about, in ms: whoever asks something meanwhile doesn't notice. */
const STEP = 15
const DAY = 24 * 60 * 60 * 1000

export interface Trimming {
  /** True while there may be more to forget. */
  step(): boolean
  kept(): KeptSteps
}

export function createTrimming(table: TrimTable, clock: () => Date, emit: (event: CounterpointEvent) => void, keptSteps = KEPT_STEPS): Trimming {
  return {
    kept: table.kept,
    /** What is among the newest stays, and what is young stays: so a clock that is wrong takes nothing that counts. */
    step() {
      const first = table.firstOfNewest(keptSteps)
      if (first === undefined) return false
      const madeBefore = new Date(clock().getTime() - KEPT_DAYS * DAY).toISOString()
      const gone = table.transaction(() => {
        const end = performance.now() + STEP
        let [steps, rows] = [0, 0]
        do {
          const [before, rowsBefore] = [steps, rows]
          steps += table.forget(first, madeBefore)
          rows += table.forgetRows(first)
          if (steps === before && rows === rowsBefore) break
        } while (performance.now() < end)
        return { steps, rows }
      })
      if (gone.steps > 0) emit({ name: 'history.changed' })
      return gone.steps + gone.rows > 0
    },
  }
}
