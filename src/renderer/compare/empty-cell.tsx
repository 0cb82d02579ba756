import { useState, type ReactNode } from 'react'
import type { FilteredMark, MarkedArticle } from '../../shared/compare/statement-columns.ts'
import { client } from '../api.ts'
import type { ComparisonView } from '../comparing/use-comparison.ts'
import { longDate } from '../marks/citation.ts'
import { addressOf } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/button.tsx'
import { CheckList } from '../ui/check-list.tsx'
import { countOf, type Cell } from './matrix-lines.ts'

/** An empty cell: where one can look, and the mark that one has looked. */
export function EmptyCell({ view, cell, onClose }: { view: ComparisonView; cell: Cell; onClose: () => void }): ReactNode {
  const articles = articlesToLookIn(view, cell)
  const [read, setRead] = useState<Set<string>>(() => new Set(cell.look?.articleIds ?? []))
  const [problem, setProblem] = useState('')
  const save = (articleIds: string[]): void => {
    client.call('looks.set', { issueId: cell.issueId, speakerId: cell.speakerId, articleIds }).then(() => {
      announce(articleIds.length > 0 ? `None found in ${countOf(articleIds.length, 'article')}` : 'Not looked yet')
      onClose()
    }, (error: Error) => setProblem(error.message))
  }
  return (
    <div className="empty-cell">
      <p>{cell.look ? `You looked in ${countOf(cell.look.articleIds.length, 'article')} on ${longDate(cell.look.lookedAt)} and found none.` : 'No statement yet. Open an article to look for one. If there is none, check the articles that you have read.'}</p>
      <CheckList
        label="Articles read" height={320} all="All articles" chosen={read} onChange={setRead}
        items={articles.map((article) => ({
          id: article.id, name: article.title, detail: [article.publisher, longDate(article.published)].filter(Boolean).join(', '),
          aside: <a className="empty-cell-open" href={addressOf({ screen: 'article', articleId: article.id })} aria-label={`Read ${article.title}`}>Read</a>,
        }))}
      />
      {problem && <p className="err" role="alert">{problem}</p>}
      <div className="empty-cell-foot">
        {cell.look && <Button variant="quiet" onClick={() => save([])}>Mark as not looked yet</Button>}
        <span className="spacer" />
        <Button variant="primary" disabled={read.size === 0} onClick={() => save([...read])}>{read.size === 0 ? 'Looked, none found' : `Looked in ${countOf(read.size, 'article')}, none found`}</Button>
      </div>
    </div>
  )
}

/** Those that the comparison's filter lets through; first those with statements on the issue or by the speaker. */
function articlesToLookIn({ articles, marks, choice: { filter } }: ComparisonView, { issueId, speakerId }: Cell): MarkedArticle[] {
  const near = new Set(marks.filter((mark: FilteredMark) => mark.issueId === issueId || mark.speakerId === speakerId).map(({ articleId }) => articleId))
  return articles
    .filter(({ id, collectionIds, tagIds }) => (!filter.articleIds || filter.articleIds.includes(id)) && (!filter.collectionId || collectionIds.includes(filter.collectionId)) && (!filter.tagId || tagIds.includes(filter.tagId)))
    .toSorted((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)))
}
