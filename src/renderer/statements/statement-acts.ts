/** What is done with several statements at once. Each says what happened and offers it back. */
import type { Input } from '../../shared/contract.ts'
import { client } from '../api.ts'
import { countOf } from '../marks/name-acts.ts'
import { toastDone } from '../marks/toast-done.ts'
import { toastError } from '../ui/toast.tsx'
import { useTableLook } from './table-look.ts'

/** `what`, such as "Speaker set to “Norvik”". */
export function setFields(ids: string[], fields: Omit<Input<'statements.updateMany'>, 'ids'>, what: string): void {
  client.call('statements.updateMany', { ids, ...fields }).then((done) => toastDone(`${what} for ${countOf(ids.length, 'statement')}`, done), toastError)
}

export function setTag(ids: string[], tag: { id: string; name: string }, on: boolean): void {
  client.call('statements.setTag', { ids, tagId: tag.id, on })
    .then((done) => toastDone(`Tag “${tag.name}” ${on ? 'put on' : 'taken off'} ${countOf(ids.length, 'statement')}`, done), toastError)
}

/** Their highlights stay. */
export function deleteStatements(ids: string[]): void {
  client.call('statements.deleteMany', { ids }).then((done) => {
    useTableLook.setState({ picked: new Set(), anchor: null })
    toastDone(`${countOf(ids.length, 'statement')} deleted`, done)
  }, toastError)
}
