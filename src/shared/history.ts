/** Changes: steps of the user's work that can be undone and redone, also after a restart. */
import * as v from 'valibot'
import { Count, Time } from './values.ts'

/** The names of the acts that undo and redo would take next, null where there is none. */
export const HistoryState = v.object({ undo: v.nullable(v.string()), redo: v.nullable(v.string()) })
export type HistoryState = v.InferOutput<typeof HistoryState>

/** What an act gives back whose undoing is offered at once: its Change, which undo can name. Null: nothing was changed. */
export const Recorded = v.object({ change: v.nullable(Count) })
export type Recorded = v.InferOutput<typeof Recorded>

/** `by`: the window that asks, another window, or the command line. Only this window's steps are taken back by its undo. */
export const HistoryStep = v.object({
  id: Count, label: v.string(),
  /** What the act was about ("“We will not sign”", "France"), '' where the label says all. */
  subject: v.string(),
  madeAt: Time, by: v.picklist(['this-window', 'another-window', 'command-line']), undone: v.boolean(),
})
export type HistoryStep = v.InferOutput<typeof HistoryStep>

/** The newest steps are kept, and those that are younger, whichever are more. */
export const KEPT_STEPS = 10_000
export const KEPT_DAYS = 90

/** How many steps are kept, and what they take up in the library's file, in bytes. */
export const KeptSteps = v.object({ steps: Count, bytes: Count })
export type KeptSteps = v.InferOutput<typeof KeptSteps>
