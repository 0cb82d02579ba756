import { useState, type ReactNode } from 'react'
import { Archive, ArchiveRestore, Columns2, Ellipsis, Pencil, RotateCcw, Share, Tag, Trash2 } from 'lucide-react'
import type { ArticleSummary } from '../../shared/article.ts'
import { client } from '../api.ts'
import { ArticleDetailsDialog } from '../article-details/article-details-dialog.tsx'
import { ArticleLabelsDialog } from '../article-details/article-labels-dialog.tsx'
import { openBeside, openExport } from '../commands.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { toastError } from '../ui/toast.tsx'
import { deleteArticle } from './delete-article.ts'

export function ArticleMenu({ article }: { article: ArticleSummary }): ReactNode {
  const [shown, setShown] = useState<'details' | 'labels' | null>(null)
  const { id, archived } = article
  const inBin: MenuItem[] = [{ label: 'Restore', icon: RotateCcw, onChoose: () => { client.call('articles.restore', { ids: [id] }).catch(toastError) } }]
  const elsewhere: (MenuItem | null)[] = [
    { label: 'Open beside…', icon: Columns2, onChoose: () => openBeside(id) },
    { label: 'Edit details…', icon: Pencil, onChoose: () => setShown('details') },
    { label: 'Tags and collections…', icon: Tag, onChoose: () => setShown('labels') },
    { label: 'Export…', icon: Share, onChoose: () => openExport({ kind: 'article', id }) },
    null,
    { label: archived ? 'Unarchive' : 'Archive', icon: archived ? ArchiveRestore : Archive, onChoose: () => { client.call('articles.update', { id, archived: !archived }).catch(toastError) } },
    { label: 'Delete', icon: Trash2, danger: true, onChoose: () => deleteArticle(id) },
  ]
  return (
    <>
      <Menu align="end" trigger={<IconButton small icon={Ellipsis} label={`More for ${article.title}`} />} items={article.deletedAt ? inBin : elsewhere} />
      {shown === 'details' && <ArticleDetailsDialog article={article} open onClose={() => setShown(null)} />}
      {shown === 'labels' && <ArticleLabelsDialog article={article} open onClose={() => setShown(null)} />}
    </>
  )
}
