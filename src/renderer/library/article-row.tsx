import type { ReactNode } from 'react'
import type { ArticleSummary } from '../../shared/article.ts'
import { longDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { addressOf } from '../route.ts'
import { minutesToRead } from '../ui/reading-time.ts'
import { ArticleMenu } from './article-menu.tsx'
import { Strip } from './strip.tsx'

export function ArticleRow({ article, chosen, onChoose }: { article: ArticleSummary; chosen: boolean; onChoose: (id: string) => void }): ReactNode {
  const unread = article.readTo === 0
  return (
    <li className={`row ${unread ? 'unread' : ''} ${chosen ? 'chosen' : ''}`} onMouseEnter={() => onChoose(article.id)} onFocus={() => onChoose(article.id)}>
      <div className="r1"><b>{article.publisher || article.byline || 'Unknown publisher'}<GuessMark guessed={article.guessed} shown={[article.publisher ? 'publisher' : 'byline']} /></b><time>{longDate(article.published)}<GuessMark guessed={article.guessed} shown={['published']} /></time></div>
      <h2 lang={article.language || undefined}>
        <a className="row-title" data-article-id={article.id} {...(article.deletedAt ? { 'data-in-bin': true } : {})} href={addressOf({ screen: 'article', articleId: article.id })}>{article.title}</a>
      </h2>
      <Strip marks={article.marks} readTo={article.readTo} highlights={article.highlights} />
      <div className="r3">
        <span>{article.highlights === 0 ? 'No highlights yet' : count(article.highlights, 'highlight')}</span>
        {article.statements > 0 && <span>{count(article.statements, 'statement')}</span>}
        {article.waiting > 0 && <a className="r3-waits" href={addressOf({ screen: 'queue', articleId: article.id })}>{article.waiting === 1 ? '1 waits for you' : `${article.waiting} wait for you`}</a>}
        <span className="r3-read">{minutesToRead(article.words)}{unread ? '' : `, ${Math.round(article.readTo * 100)}% read`}</span>
        <ArticleMenu article={article} />
      </div>
    </li>
  )
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
