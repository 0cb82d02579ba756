import { Fragment, type ReactNode } from 'react'
import type { ArticleSummary } from '../../shared/article.ts'
import { blockText, fromLexical } from '../../shared/body.ts'
import type { StatementInContext } from '../../shared/statement.ts'
import { useOperation } from '../api.ts'
import { Caveat } from '../marks/caveat.tsx'
import { longDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { ReportedBy } from '../marks/reported-by.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf, navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'

/** How many blocks of the text are shown. */
const BLOCKS = 8

/** What was marked in the chosen article, and how it begins. */
export function Preview({ article }: { article: ArticleSummary }): ReactNode {
  const tags = useOperation('tags.list', {}, { keepPrevious: true })
  const own = tags.data?.filter((tag) => article.tagIds.includes(tag.id)) ?? []
  return (
    <aside className="preview" aria-label="Preview">
      <header className="preview-h">
        <Button variant="primary" keys="Enter" onClick={() => navigate({ screen: 'article', articleId: article.id })}>Read</Button>
      </header>
      <div className="preview-b" tabIndex={0} role="region" aria-label="Preview of the article">
        <p className="src">{[article.publisher, longDate(article.published), article.byline].filter(Boolean).join(' · ')}<GuessMark guessed={article.guessed} shown={['publisher', 'published', 'byline', 'title']} inWords /></p>
        <h2 lang={article.language || undefined}>{article.title}</h2>
        {own.length > 0 && <p>{own.map((tag) => <Fragment key={tag.id}><span className="tag">{tag.name}</span> </Fragment>)}</p>}
        <Statements articleId={article.id} />
        <Text article={article} />
      </div>
    </aside>
  )
}

function Statements({ articleId }: { articleId: string }): ReactNode {
  const statements = useOperation('statements.list', { articleId })
  const issues = useOperation('issues.list', {})
  const speakers = useOperation('speakers.list', {})
  if (!statements.data?.length) return null
  const groups = Map.groupBy(statements.data, (statement) => statement.issueId)
  const speakerOf = (statement: StatementInContext) => speakers.data?.find((one) => one.id === statement.speakerId)
  return (
    <section className="say" aria-label="Statements">
      <div className="sec">Statements <span className="tnum">{statements.data.length}</span></div>
      {[...groups].map(([issueId, group]) => (
        <Fragment key={issueId ?? 'none'}>
          <h3>{issues.data?.find((issue) => issue.id === issueId)?.proposition ?? 'No issue yet'}</h3>
          {group.map((statement) => (
            <a key={statement.id} href={addressOf({ screen: 'article', articleId, highlightId: statement.highlightId, statementId: statement.id })}>
              <Swatch colour={speakerOf(statement)?.colour ?? null} />
              <span>{speakerOf(statement)?.name ?? 'No speaker yet'} <ReportedBy reportedById={statement.reportedById} speakers={speakers.data} /></span>
              <StanceWord stance={statement.stance} />
              <span className="qq"><Caveat words={statement.caveat} />{statement.quote}</span>
              <span className="pp">¶ {statement.paragraph}</span>
            </a>
          ))}
        </Fragment>
      ))}
    </section>
  )
}

function Text({ article }: { article: ArticleSummary }): ReactNode {
  const { data } = useOperation('articles.get', { id: article.id })
  if (!data) return null
  return (
    <section className="preview-text" aria-label="Text" lang={article.language || undefined}>
      <div className="sec">Text</div>
      {fromLexical(data.body).slice(0, BLOCKS).map((block, index) => <p key={index} className={block.type.startsWith('heading') ? 'preview-heading' : ''}>{blockText(block)}</p>)}
    </section>
  )
}
