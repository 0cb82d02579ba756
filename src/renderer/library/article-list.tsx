import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { ArrowDownWideNarrow, Search } from 'lucide-react'
import type { ArticleSummary } from '../../shared/article.ts'
import { openAdd } from '../commands.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { ArticleRow } from './article-row.tsx'
import { deleteArticle } from './delete-article.ts'
import { EmptyBin } from './empty-bin.tsx'
import type { LibraryRoute } from './library-route.ts'

const orders = {
  Newest: (a: ArticleSummary, b: ArticleSummary) => (b.published || b.addedAt).localeCompare(a.published || a.addedAt),
  Oldest: (a: ArticleSummary, b: ArticleSummary) => (a.published || a.addedAt).localeCompare(b.published || b.addedAt),
  'Last added': (a: ArticleSummary, b: ArticleSummary) => b.addedAt.localeCompare(a.addedAt),
  Title: (a: ArticleSummary, b: ArticleSummary) => a.title.localeCompare(b.title),
}
type Order = keyof typeof orders

interface ArticleListProps {
  articles: ArticleSummary[]
  view: LibraryRoute['view'] | undefined
  title: ReactNode
  chosenId: string | undefined
  onChoose: (id: string) => void
}

export function ArticleList({ articles, view, title, chosenId, onChoose }: ArticleListProps): ReactNode {
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order>('Last added')
  const shown = articles.filter((article) => matches(article, filter)).sort(orders[order])

  return (
    <main className="list" aria-label="Articles of the library">
      <header className="list-h">
        <div className="list-t">
          <h1>{title}</h1>
          <span className="n m tnum">{shown.length === articles.length ? articles.length : `${shown.length} of ${articles.length}`}</span>
          <span className="spacer" />
          {view === 'bin' && articles.length > 0 && <EmptyBin count={articles.length} />}
          <Menu
            align="end" trigger={<Button variant="quiet" icon={ArrowDownWideNarrow} aria-label={`Sort: ${order}`}>{order}</Button>}
            items={(Object.keys(orders) as Order[]).map((name) => ({ label: name, onChoose: () => setOrder(name) }))}
          />
        </div>
        <div className="field">
          <Search size={16} strokeWidth={1.5} aria-hidden />
          <input aria-label="Filter" placeholder="Filter by title, publisher or author" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </div>
      </header>
      {shown.length === 0 ? <NothingHere view={view} filtered={filter !== ''} onClear={() => setFilter('')} /> : (
        <ul className="rows" aria-label="Articles" onKeyDown={handleKeys}>
          {shown.map((article) => <ArticleRow key={article.id} article={article} chosen={article.id === chosenId} onChoose={onChoose} />)}
        </ul>
      )}
    </main>
  )
}

function matches(article: ArticleSummary, filter: string): boolean {
  const fold = (text: string): string => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
  return fold([article.title, article.publisher, article.byline].join(' ')).includes(fold(filter.trim()))
}

/** Up and Down go from title to title; Delete puts the article into the bin. */
function handleKeys(event: KeyboardEvent<HTMLUListElement>): void {
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-title')]
  const place = titles.indexOf(document.activeElement as HTMLElement)
  if (place < 0) return
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (step !== undefined) {
    event.preventDefault()
    titles[Math.min(titles.length - 1, Math.max(0, place + step))]?.focus()
  } else if (event.key === 'Delete') {
    const { articleId, inBin } = titles[place]!.dataset
    if (articleId && !inBin) deleteArticle(articleId)
    ;(titles[place + 1] ?? titles[place - 1])?.focus()
  }
}

function NothingHere({ view, filtered, onClear }: { view: LibraryRoute['view'] | undefined; filtered: boolean; onClear: () => void }): ReactNode {
  if (filtered) return <div className="list-none"><p>No articles match this filter.</p><Button onClick={onClear}>Clear filter</Button></div>
  if (view === 'bin') return <div className="list-none"><p>The bin is empty. Deleted articles stay here until you have used Counterpoint on 30 more days.</p></div>
  if (view === 'archive') return <div className="list-none"><p>Nothing is archived yet.</p></div>
  if (view === 'inbox') return <div className="list-none"><p>The inbox is empty. It holds what is neither read nor in a collection.</p><Button onClick={() => navigate({ screen: 'library' })}>All articles</Button></div>
  return <div className="list-none"><p>No articles here yet.</p><Button onClick={openAdd}>Choose or paste an article</Button></div>
}
