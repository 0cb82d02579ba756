import { client } from '../api.ts'
import { toastDone } from '../marks/toast-done.ts'
import { toastError } from '../ui/toast.tsx'

/** To the bin, with a way back. */
export function deleteArticle(id: string): void {
  client.call('articles.delete', { ids: [id] }).then((done) => toastDone('Article deleted', done), toastError)
}
