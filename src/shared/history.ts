/** Changes: steps of the user's work that can be undone and redone, also after a restart. */
import * as v from 'valibot'

/** The names of the acts that undo and redo would take next, null where there is none. */
export const HistoryState = v.object({ undo: v.nullable(v.string()), redo: v.nullable(v.string()) })
export type HistoryState = v.InferOutput<typeof HistoryState>
