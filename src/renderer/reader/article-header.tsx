import type { ReactNode } from 'react'
import type { Article } from '../../shared/article.ts'
import { longDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { minutesToRead } from '../ui/reading-time.ts'

/** Whether the first letter is of a script that runs from right to left. */
const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

export function ArticleHeader({ article, titleId }: { article: Article; titleId: string }): ReactNode {
  const facts = [longDate(article.published), minutesToRead(article.words)].filter(Boolean)
  return (
    <header className="article-header" {...(article.language ? { lang: article.language } : {})} dir={rightToLeft.test(article.title) ? 'rtl' : 'ltr'}>
      <div className="article-source">
        {article.publisher && <><b>{article.publisher}</b><span aria-hidden>·</span></>}
        {facts.map((fact, index) => <span key={fact} dir="ltr">{index > 0 && <span aria-hidden>· </span>}{fact}</span>)}
        <GuessMark guessed={article.guessed} shown={['title', 'publisher', 'published', 'byline']} inWords />
      </div>
      <h1 id={titleId}>{article.title}</h1>
      {article.byline && <div className="article-byline">{article.byline}</div>}
    </header>
  )
}
