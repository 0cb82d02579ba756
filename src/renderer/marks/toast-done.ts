import type { Recorded } from '../../shared/history.ts'
import { client } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { toast, toastError } from '../ui/toast.tsx'

/** Says what was done, and offers to take back that very act, whatever is done before the offer is taken. */
export function toastDone(text: string, { change }: Recorded): void {
  announce(text.endsWith('.') ? text : `${text}.`)
  toast({ text, ...(change === null ? {} : { action: { label: 'Undo', onClick: () => undo(change) } }) })
}

function undo(change: number): void {
  client.call('history.undo', { change }).then(({ label }) => announce(`Undone: ${label}`), toastError)
}
