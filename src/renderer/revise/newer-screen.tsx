import { useState, type ReactNode } from 'react'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import type { Article } from '../../shared/article.ts'
import { fromLexical } from '../../shared/body.ts'
import type { Output } from '../../shared/contract.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { client, useOperation } from '../api.ts'
import { addressOf, navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { BodyDifferenceView } from './body-difference-view.tsx'
import { carriedWords, countStates, waitingIn } from './carried-words.ts'
import { ChangeLine } from './change-line.tsx'
import { namedInFrame } from './use-changes.ts'
import './revise.css'

type Fate = Output<'drafts.carry'>[number]

/** A newer version of the article's source: what it changed, and where highlights sit in changed sentences. */
export function NewerScreen({ articleId }: { articleId: string }): ReactNode {
  const article = useOperation('articles.get', { id: articleId })
  const draft = useOperation('drafts.get', { articleId }, { fresh: true })
  const fates = useOperation('drafts.carry', { articleId }, { enabled: Boolean(draft.data), fresh: true })
  const highlights = useOperation('highlights.list', { articleId })
  const [busy, setBusy] = useState(false)
  const [discarding, setDiscarding] = useState(false)
  const error = article.error ?? draft.error
  if (error) return <main className="revise-message"><p role="alert">{error.message}</p></main>
  if (!article.data || !draft.isSuccess) return <main className="revise" aria-busy="true" />
  if (!draft.data) {
    return (
      <main className="revise-message">
        <p>No newer version of this article waits.</p>
        <a className="btn" href={addressOf({ screen: 'article', articleId })}>Back to the article</a>
      </main>
    )
  }

  const isEdited = draft.data.edited
  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    await work().catch(toastError)
    setBusy(false)
  }
  const handleUse = (): Promise<void> => act(async () => {
    const { carried } = await client.call('articles.revise', { id: articleId })
    toast({ text: `The newer version is in use. ${carriedWords(carried)}` })
    navigate(waitingIn(carried) > 0 ? { screen: 'queue', articleId } : { screen: 'article', articleId })
  })
  const handleSeparate = (): Promise<void> => act(async () => {
    const made = await client.call('drafts.separate', { articleId })
    toast({ text: `“${made.title}” is an article of its own.` })
    navigate({ screen: 'article', articleId: made.id })
  })
  const handleDiscard = (): Promise<void> => act(async () => {
    await client.call('drafts.discard', { articleId })
    navigate({ screen: 'article', articleId })
  })

  return (
    <main className="revise">
      <header className="revise-bar">
        <h1>A newer version of “{article.data.title}”</h1>
        <span className="revise-status">{draft.data.sourceName}</span>
        <span className="spacer" />
        <Button variant="quiet" disabled={busy} onClick={() => (isEdited ? setDiscarding(true) : void handleDiscard())}>Discard</Button>
        <Button disabled={busy} onClick={() => { void handleSeparate() }}>Keep as an article of its own</Button>
        <Button variant="primary" disabled={busy} onClick={() => { void handleUse() }}>Use this version</Button>
      </header>
      <div className="revise-columns">
        <BodyDifferenceView before={article.data.body} after={draft.data.document} names={['The article', 'The newer version']} language={article.data.language} />
        <Fates article={article.data} text={canonicalText(fromLexical(draft.data.document))} fates={fates.data ?? []} highlights={highlights.data ?? []} />
      </div>
      <Dialog
        title="Discard what you have edited?" open={discarding} onClose={() => setDiscarding(false)} width={460}
        footer={(
          <>
            <Button variant="danger" disabled={busy} onClick={() => { void handleDiscard() }}>Discard the newer version</Button>
            <span className="spacer" />
            <Button variant="primary" onClick={() => setDiscarding(false)}>Keep it</Button>
          </>
        )}
      >
        <p>You have edited this newer version. Once it is discarded, your edits can’t be brought back. The article stays as it was.</p>
      </Dialog>
    </main>
  )
}

const fateNames: Record<Fate['state'], string> = {
  same: 'Stays', moved: 'Moves along', 'said-by-another': 'Said by another? Waits for you', reworded: 'Reworded: waits for you', lost: 'Lost: waits for you',
}

interface FatesProps {
  article: Article
  /** The newer version's. */
  text: string
  fates: Fate[]
  highlights: Highlight[]
}

function Fates({ article, text, fates, highlights }: FatesProps): ReactNode {
  const touched = fates.filter((one) => one.state !== 'same')
  return (
    <aside className="revise-side" aria-label="Your highlights" tabIndex={0}>
      <h2>Your highlights</h2>
      <p className="m">{fates.length === 0 ? 'This article has no highlights.' : carriedWords(countStates(fates.map(({ state }) => state)))}</p>
      <ul>
        {touched.map((one) => {
          const highlight = highlights.find(({ id }) => id === one.highlightId)
          return (
            <li key={one.highlightId}>
              <span className="revise-state">{fateNames[one.state]}</span>
              <q dir="auto">{highlight?.quote}</q>
              {one.state === 'said-by-another' && one.candidates[0] && highlight?.revision === article.revision && (
                <p className="revise-change"><ChangeLine changes={namedInFrame({ text: article.text, ranges: highlight.ranges }, { text, ranges: one.candidates[0] }, article.language)} /></p>
              )}
            </li>
          )
        })}
      </ul>
    </aside>
  )
}
