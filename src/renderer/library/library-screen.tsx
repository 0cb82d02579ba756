/** The library: what to look at on the left, the articles in the middle, the chosen one on the right. */
import { useState, type ReactNode } from 'react'
import type { ArticleSummary } from '../../shared/article.ts'
import { useOperation } from '../api.ts'
import { ArticleList } from './article-list.tsx'
import { EmptyLibrary } from './empty-library.tsx'
import type { LibraryRoute } from './library-route.ts'
import { Preview } from './preview.tsx'
import { Sidebar } from './sidebar.tsx'
import './library-screen.css'

export function LibraryScreen({ view, collectionId, tagId }: LibraryRoute): ReactNode {
  const counts = useOperation('articles.counts', {}, { keepPrevious: true, fresh: true })
  const articles = useOperation('articles.list', { view: view ?? 'all', ...(collectionId ? { collectionId } : {}), ...(tagId ? { tagId } : {}) }, { keepPrevious: true, fresh: true })
  const [chosenId, setChosenId] = useState<string | null>(null)
  if (!counts.data || !articles.data) return <main className="library" aria-busy="true" aria-label="Library" />

  const { all, archive, bin } = counts.data
  const chosen = articles.data.find((article) => article.id === chosenId) ?? articles.data[0]
  const nothingYet = all + archive + bin === 0
  return (
    <div className="library-frame">
      <div className={nothingYet ? 'library library-bare' : 'library'}>
        <Sidebar route={{ ...(view ? { view } : {}), ...(collectionId ? { collectionId } : {}), ...(tagId ? { tagId } : {}) }} counts={counts.data} />
        {nothingYet ? <EmptyLibrary /> : (
          <>
            <ArticleList articles={articles.data} view={view} title={<ListTitle view={view} collectionId={collectionId} tagId={tagId} />} chosenId={chosen?.id} onChoose={setChosenId} />
            {chosen ? <Preview key={chosen.id} article={chosen} /> : <aside className="preview" aria-label="Preview" />}
          </>
        )}
      </div>
      <footer className="statusbar"><span>{nothingYet ? 'No articles yet' : countWords(articles.data)}</span><span className="spacer" /><span>Stored on this computer</span></footer>
    </div>
  )
}

const viewNames = { inbox: 'Inbox', archive: 'Archive', bin: 'Bin' }

function ListTitle({ view, collectionId, tagId }: { view: LibraryRoute['view'] | undefined; collectionId: string | undefined; tagId: string | undefined }): ReactNode {
  const collections = useOperation('collections.list', {})
  const tags = useOperation('tags.list', {})
  const label = collections.data?.find((one) => one.id === collectionId) ?? tags.data?.find((one) => one.id === tagId)
  return label?.name ?? (view ? viewNames[view] : 'All articles')
}

function countWords(articles: ArticleSummary[]): string {
  const sum = (count: (article: ArticleSummary) => number): number => articles.reduce((total, article) => total + count(article), 0)
  return `${plural(articles.length, 'article')}, ${plural(sum((one) => one.highlights), 'highlight')}, ${plural(sum((one) => one.statements), 'statement')}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
