/** The library: one folder on disk. Its state as a face needs to know it, and its backups. */
import * as v from 'valibot'
import { Count, Time } from './values.ts'

export const LibraryState = v.variant('state', [
  /**
   * `readOnly`: why nothing can be stored in it; it is shown as it was when it was opened.
   * `backupProblem`: what is to be known of its backups: that today's could not be made, and why.
   * `syncedBy`: what keeps its folder in step with other devices ("Dropbox"), or "a network drive".
   */
  v.object({ state: v.literal('open'), folder: v.string(), readOnly: v.optional(v.picklist(['not-writable', 'disk-full'])), syncedBy: v.optional(v.string()), backupProblem: v.optional(v.string()) }),
  /**
   * It can't be opened, or was taken away while it was open; `message` says why and what to do.
   * `rescue`: the folder to offer for a copy of what is still held of it; null when nothing is.
   */
  v.object({ state: v.literal('unavailable'), folder: v.string(), message: v.string(), damaged: v.boolean(), rescue: v.nullable(v.string()) }),
])
export type LibraryState = v.InferOutput<typeof LibraryState>

/**
 * `reason`: why it was made. `bytes`: its size. `damaged`: it did not pass its check, because the library was damaged then.
 * `places`: where it lies, in the library's own folder or in the second one that settings name.
 */
export const Backup = v.object({
  name: v.string(), madeAt: Time, reason: v.picklist(['daily', 'migration', 'asked', 'restore']), bytes: Count, damaged: v.boolean(),
  places: v.array(v.picklist(['library', 'second'])),
})
export type Backup = v.InferOutput<typeof Backup>
