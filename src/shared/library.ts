/** The library: one folder on disk. Its state as a face needs to know it, and its backups. */
import * as v from 'valibot'
import { Count, Time } from './values.ts'

export const LibraryState = v.variant('state', [
  v.object({ state: v.literal('open'), folder: v.string() }),
  /** It can't be opened; `message` says why and what to do. */
  v.object({ state: v.literal('unavailable'), folder: v.string(), message: v.string(), damaged: v.boolean() }),
])
export type LibraryState = v.InferOutput<typeof LibraryState>

/** `reason`: why it was made. `bytes`: its size. */
export const Backup = v.object({ name: v.string(), madeAt: Time, reason: v.picklist(['daily', 'migration', 'asked', 'restore']), bytes: Count })
export type Backup = v.InferOutput<typeof Backup>
