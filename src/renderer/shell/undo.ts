/** Undo and redo of acts. In a text field, undo is the field's own. */
import { client } from '../api.ts'
import { closeToasts, toast, toastError } from '../ui/toast.tsx'

export function undo(): void {
  closeToasts()
  client.call('history.undo', {}).then(({ label }) => toast({ text: `Undone: ${label}` }), toastError)
}

export function redo(): void {
  closeToasts()
  client.call('history.redo', {}).then(({ label }) => toast({ text: `Done again: ${label}` }), toastError)
}
