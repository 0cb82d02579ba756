/** One thing of a library's file. */
import * as v from 'valibot'
import { isDeeperThan } from '../../shared/depth.ts'
import { libraryItems, type LibraryContents } from '../../shared/export.ts'
import { Disagreement } from './agreement.ts'

/** In arrays and objects: a document in an article in a list. */
const DEEPEST_ITEM = 250

export type Kind = keyof typeof libraryItems
export type Item<K extends Kind> = LibraryContents[K][number]

/** Throws a Disagreement that says where it is and what is wrong. */
export function parsedItem<K extends Kind>(kind: K, index: number, value: unknown): Item<K> {
  if (isDeeperThan(value, DEEPEST_ITEM)) throw new Disagreement(`${kind}.${index}: is nested too deep`)
  const item = v.safeParse(libraryItems[kind], value, { abortEarly: true })
  if (item.success) return item.output as Item<K>
  const where = v.getDotPath(item.issues[0])
  throw new Disagreement(`${kind}.${index}${where ? `.${where}` : ''}: ${item.issues[0].message}`)
}
