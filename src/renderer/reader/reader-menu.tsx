import { useState, type ReactNode } from 'react'
import { Archive, ArchiveRestore, Columns2, Copy, Ellipsis, FilePenLine, FileUp, History, ListChecks, PencilLine, Share, Tag, Trash2 } from 'lucide-react'
import { ArticleDetailsDialog } from '../article-details/article-details-dialog.tsx'
import { client } from '../api.ts'
import { openBeside, openExport } from '../commands.ts'
import { toastDone } from '../marks/toast-done.ts'
import { navigate } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { ImportNewerDialog } from './import-newer-dialog.tsx'
import { useReader } from './reader-context.ts'

/** What can be done with the article as a whole. */
export function ReaderMenu(): ReactNode {
  const { article } = useReader()
  const [editing, setEditing] = useState(false)
  const [importing, setImporting] = useState(false)
  const articleId = article.id

  const handleArchive = (): void => {
    const archived = !article.archived
    client.call('articles.update', { id: article.id, archived })
      .then(() => toast({ text: archived ? 'Article archived' : 'Article taken out of the archive' }))
      .catch(toastError)
  }
  const handleDelete = (): void => {
    client.call('articles.delete', { ids: [article.id] })
      .then((done) => {
        toastDone('Article deleted', done)
        navigate({ screen: 'library' })
      })
      .catch(toastError)
  }
  const handleCopy = (): void => {
    navigator.clipboard.writeText(`${article.title}\n\n${article.text}`)
      .then(() => { announce('Text copied.'); toast({ text: 'Text copied' }) })
      .catch(() => toast({ text: 'The text could not be copied. Select it and press Ctrl C.', error: true }))
  }

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label="More" icon={Ellipsis} />}
        items={[
          { label: 'Edit text', icon: FilePenLine, keys: 'E', onChoose: () => navigate({ screen: 'edit', articleId }) },
          { label: 'Open beside…', icon: Columns2, keys: 'B', onChoose: () => openBeside(articleId) },
          { label: 'Import newer version…', icon: FileUp, onChoose: () => setImporting(true) },
          { label: 'Revisions', icon: History, onChoose: () => navigate({ screen: 'revisions', articleId }) },
          ...(article.waiting > 0 ? [{ label: `Review highlights (${article.waiting})`, icon: ListChecks, onChoose: () => navigate({ screen: 'queue', articleId }) }] : []),
          null,
          { label: 'Edit details…', icon: PencilLine, onChoose: () => setEditing(true) },
          { label: 'Tags and collections…', icon: Tag, onChoose: () => setEditing(true) },
          null,
          { label: 'Copy text', icon: Copy, onChoose: handleCopy },
          { label: 'Export…', icon: Share, keys: 'Ctrl Shift E', onChoose: () => openExport({ kind: 'article', id: article.id }) },
          null,
          { label: article.archived ? 'Take out of archive' : 'Archive', icon: article.archived ? ArchiveRestore : Archive, onChoose: handleArchive },
          { label: 'Delete article', icon: Trash2, danger: true, onChoose: handleDelete },
        ]}
      />
      {importing && <ImportNewerDialog articleId={articleId} open onClose={() => setImporting(false)} />}
      <ArticleDetailsDialog article={article} open={editing} onClose={() => setEditing(false)} />
    </>
  )
}
