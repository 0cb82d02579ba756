import { client } from '../api.ts'
import { toastError } from '../ui/toast.tsx'

/** For the toast of a deletion. */
export function undoLast(): void {
  client.call('history.undo', {}).catch(toastError)
}
