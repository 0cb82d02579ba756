/** Undo and redo of acts. In a text field, undo is the field's own. */
import { client } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { closeToasts, toastError } from '../ui/toast.tsx'

export function undo(): void {
  closeToasts()
  client.call('history.undo', {}).then(({ label }) => announce(`Undone: ${label}`), toastError)
}

export function redo(): void {
  closeToasts()
  client.call('history.redo', {}).then(({ label }) => announce(`Done again: ${label}`), toastError)
}
