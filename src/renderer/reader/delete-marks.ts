import type { Highlight } from '../../shared/highlight.ts'
import { client } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { toast, toastError } from '../ui/toast.tsx'

function undo(): void {
  client.call('history.undo', {}).catch(toastError)
}

/** Says that something is gone, and offers it back. */
export function toastDeleted(what: string): void {
  announce(`${what} deleted.`)
  toast({ text: `${what} deleted`, action: { label: 'Undo', onClick: undo } })
}

/** With its statements and its note. True if it is gone. */
export async function deleteHighlight(highlight: Highlight): Promise<boolean> {
  try {
    await client.call('highlights.delete', { id: highlight.id })
    toastDeleted(highlight.statements.length === 0 ? 'Highlight' : highlight.statements.length === 1 ? 'Highlight and its statement' : 'Highlight and its statements')
    return true
  } catch (error) {
    toastError(error as Error)
    return false
  }
}

/** The highlight and its note stay. */
export async function deleteStatement(statementId: string): Promise<void> {
  try {
    await client.call('statements.delete', { id: statementId })
    toastDeleted('Statement')
  } catch (error) {
    toastError(error as Error)
  }
}
