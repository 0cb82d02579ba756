import type { Highlight } from '../../shared/highlight.ts'
import { client } from '../api.ts'
import { toastDone } from '../marks/toast-done.ts'
import { toastError } from '../ui/toast.tsx'

/** With its statements and its note. True if it is gone. */
export async function deleteHighlight(highlight: Highlight): Promise<boolean> {
  try {
    const done = await client.call('highlights.delete', { id: highlight.id })
    toastDone(`${highlight.statements.length === 0 ? 'Highlight' : highlight.statements.length === 1 ? 'Highlight and its statement' : 'Highlight and its statements'} deleted`, done)
    return true
  } catch (error) {
    toastError(error as Error)
    return false
  }
}

/** The highlight and its note stay. */
export async function deleteStatement(statementId: string): Promise<void> {
  try {
    toastDone('Statement deleted', await client.call('statements.delete', { id: statementId }))
  } catch (error) {
    toastError(error as Error)
  }
}
