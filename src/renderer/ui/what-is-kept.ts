/** How far back the work can be undone, in words. */
import { KEPT_DAYS, KEPT_STEPS } from '../../shared/history.ts'

export const whatIsKept = `Steps that can be undone, also after a restart: the last ${KEPT_STEPS.toLocaleString('en')}, or those of the last ${KEPT_DAYS} days, whichever are more.`
