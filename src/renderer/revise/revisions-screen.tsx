import type { ReactNode } from 'react'
import { ArrowLeft } from 'lucide-react'
import type { RevisionSummary } from '../../shared/revision.ts'
import { blockText, fromLexical } from '../../shared/body.ts'
import { useOperation } from '../api.ts'
import { longDate } from '../marks/citation.ts'
import { addressOf, navigate } from '../route.ts'
import { IconButton } from '../ui/button.tsx'
import { BodyDifferenceView } from './body-difference-view.tsx'
import './revise.css'

export interface RevisionsScreenProps {
  articleId: string
  /** Numbers. With both, the two are compared; with `to` alone, that one is shown. */
  from?: string | undefined
  to?: string | undefined
}

const origins: Record<RevisionSummary['origin'], string> = { first: 'As it was added', edit: 'Edited here', import: 'Newer version' }

/** Every revision of an article: to be opened, and to be compared two by two. */
export function RevisionsScreen({ articleId, from, to }: RevisionsScreenProps): ReactNode {
  const article = useOperation('articles.get', { id: articleId })
  const revisions = useOperation('revisions.list', { articleId }, { fresh: true })
  const error = article.error ?? revisions.error
  if (error) return <main className="revise-message"><p role="alert">{error.message}</p></main>
  if (!article.data || !revisions.data) return <main className="revise" aria-busy="true" />
  const newest = revisions.data[0]!
  const shown = Number(to ?? newest.number)
  const compared = from ? Number(from) : undefined
  const show = (next: { from?: string; to: string }): void => navigate({ screen: 'revisions', articleId, ...next }, 'replace')
  return (
    <main className="revise">
      <header className="revise-bar">
        <IconButton label="Back to the article" icon={ArrowLeft} onClick={() => navigate({ screen: 'article', articleId })} />
        <h1>Revisions of “{article.data.title}”</h1>
      </header>
      <div className="revise-columns revise-list-first">
        <nav className="revise-side" aria-label="Revisions">
          <ol className="revise-revisions">
            {revisions.data.map((revision) => (
              <li key={revision.number}>
                <a href={addressOf({ screen: 'revisions', articleId, to: String(revision.number) })} aria-current={revision.number === shown ? 'true' : undefined}>
                  <b>Revision {revision.number}</b>
                  <span className="m">{longDate(revision.createdAt)} · {origins[revision.origin]}{revision.origin === 'import' && revision.sourceName ? `: ${revision.sourceName}` : ''} · {revision.words.toLocaleString('en')} words</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <section className="revise-main" tabIndex={0} aria-label={`Revision ${shown}`}>
          {revisions.data.length > 1 && (
            <label className="revise-compare">
              <span>Revision {shown} compared with</span>
              <select className="field" value={compared ?? ''} onChange={(event) => show({ to: String(shown), ...(event.target.value ? { from: event.target.value } : {}) })}>
                <option value="">nothing</option>
                {revisions.data.filter((revision) => revision.number !== shown).map((revision) => <option key={revision.number} value={revision.number}>revision {revision.number}</option>)}
              </select>
            </label>
          )}
          <Shown articleId={articleId} shown={shown} compared={compared} language={article.data.language} />
        </section>
      </div>
    </main>
  )
}

function Shown({ articleId, shown, compared, language }: { articleId: string; shown: number; compared: number | undefined; language: string }): ReactNode {
  const revision = useOperation('revisions.get', { articleId, number: shown })
  const other = useOperation('revisions.get', { articleId, number: compared ?? shown })
  const error = revision.error ?? other.error
  if (error) return <p className="err" role="alert">{error.message}</p>
  if (!revision.data || !other.data) return <div aria-busy="true" />
  if (compared !== undefined) {
    const [before, after] = compared < shown ? [other.data, revision.data] : [revision.data, other.data]
    return <BodyDifferenceView before={before.body} after={after.body} names={[`Revision ${before.number}`, `Revision ${after.number}`]} language={language} />
  }
  return (
    <div className="difference-text" dir="auto" {...(language ? { lang: language } : {})}>
      {fromLexical(revision.data.body).map((block, index) => {
        const Tag = block.type.startsWith('heading') ? 'h3' : 'p'
        return <Tag key={index}>{blockText(block)}</Tag>
      })}
    </div>
  )
}
