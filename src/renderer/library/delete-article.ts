import { client } from '../api.ts'
import { toast, toastError } from '../ui/toast.tsx'
import { undoLast } from './undo-last.ts'

/** To the bin, with a way back. */
export function deleteArticle(id: string): void {
  client.call('articles.delete', { ids: [id] }).then(() => toast({ text: 'Article deleted', action: { label: 'Undo', onClick: undoLast } }), toastError)
}
