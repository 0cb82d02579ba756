import { useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { quoteOf } from '../../shared/anchor/selectors.ts'
import type { Article } from '../../shared/article.ts'
import type { Draft } from '../../shared/revision.ts'
import { client, useOperation } from '../api.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { ConflictBar, type ConflictBarProps } from '../editor/conflict-bar.tsx'
import { UndecidedConflict } from '../editor/text-saver.ts'
import { ArticleEditor } from './article-editor.tsx'
import { BodyDifferenceView } from './body-difference-view.tsx'
import { carriedWords, countStates, waitingIn } from './carried-words.ts'
import { ChangeLine } from './change-line.tsx'
import { isWaitingState, stateNames } from './queue-states.ts'
import { useDraft } from './use-draft.ts'
import { namedInFrame } from './use-changes.ts'
import { stays, WatchMarks, type Fate } from './watch-marks.tsx'
import './revise.css'

/** The article's text to be edited. Done makes one revision; until then it is a draft, which is kept. */
export function EditScreen({ articleId }: { articleId: string }): ReactNode {
  const article = useOperation('articles.get', { id: articleId }, { fresh: true })
  const draft = useOperation('drafts.get', { articleId }, { fresh: true })
  const error = article.error ?? draft.error
  if (error) return <main className="revise-message"><p role="alert">{error.message}</p></main>
  if (!article.data || !draft.isSuccess || !article.isFetchedAfterMount || !draft.isFetchedAfterMount) return <main className="revise" aria-busy="true" />
  return <Editing key={articleId} article={article.data} found={draft.data} />
}

function Editing({ article, found }: { article: Article; found: Draft | null }): ReactNode {
  const { base, document, unsaved, conflict, status, typed, change, onShown, saver } = useDraft(article, found)
  const highlights = useOperation('highlights.list', { articleId: article.id }).data
  const placed = useMemo(() => (highlights ?? []).filter((one) => one.revision === base), [highlights, base])
  const [fates, setFates] = useState<Fate[]>([])
  const [leaving, setLeaving] = useState(false)
  const [busy, setBusy] = useState(false)
  const back = useCallback(() => navigate({ screen: 'article', articleId: article.id }), [article.id])

  const handleDone = async (): Promise<void> => {
    setBusy(true)
    try {
      await saver.flush()
      if (!typed && !found) return back()
      const { carried } = await client.call('articles.revise', { id: article.id })
      toast({
        text: `Edited. ${carriedWords(carried)}`,
        ...(waitingIn(carried) > 0 ? { action: { label: 'Review', onClick: () => navigate({ screen: 'queue', articleId: article.id }) } } : {}),
      })
      back()
    } catch (error) {
      toastError(error as Error)
    } finally {
      setBusy(false)
    }
  }
  const handleDiscard = async (): Promise<void> => {
    await saver.drop()
    await client.call('drafts.discard', { articleId: article.id }).catch(toastError)
    back()
  }
  const handleKeep = async (): Promise<void> => {
    // Of two texts both are kept on leaving.
    await saver.flush().catch((error: Error) => { if (!(error instanceof UndecidedConflict)) toastError(error) })
    back()
  }
  // Before the editor hears it, to which Enter is a new paragraph in place of what is selected.
  const handleKeys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat && !busy && !leaving) void handleDone()
  }

  const changed = fates.filter(({ carried }) => !stays(carried))
  return (
    <main className="revise edit" onKeyDownCapture={handleKeys}>
      <header className="revise-bar">
        <h1>Editing “{article.title}”</h1>
        <span className="revise-status" role="status">{fateWords(fates)}</span>
        <span className="spacer" />
        <span className="m">{status}</span>
        <Button variant="quiet" onClick={() => (typed || found ? setLeaving(true) : back())}>Cancel</Button>
        <Button variant="primary" disabled={busy} keys="Ctrl Enter" onClick={() => { void handleDone() }}>Done</Button>
      </header>
      <div className="edit-body" data-changed={changed.length > 0}>
        <ArticleEditor document={document} language={article.language} onChange={change} unsaved={unsaved} onShown={onShown} above={conflict && <Conflicting conflict={conflict} saver={saver} language={article.language} />}>
          <WatchMarks text={article.text} language={article.language} highlights={placed} onFates={setFates} />
        </ArticleEditor>
        {changed.length > 0 && <ChangedMarks article={article} changed={changed} />}
      </div>
      <Dialog
        title="Leave the edit?" open={leaving} onClose={() => setLeaving(false)} width={460}
        footer={(
          <>
            <Button variant="danger" onClick={() => { void handleDiscard() }}>Discard the draft</Button>
            <span className="spacer" />
            <Button variant="quiet" onClick={() => setLeaving(false)}>Go on editing</Button>
            <Button variant="primary" onClick={() => { void handleKeep() }}>Keep the draft</Button>
          </>
        )}
      >
        <p>The article stays as it was. A draft that is kept waits here until you come back.</p>
      </Dialog>
    </main>
  )
}

/** What another window made of the text meanwhile, compared with what is typed here. */
function Conflicting({ conflict, saver, language }: Pick<ConflictBarProps, 'conflict' | 'saver'> & { language: string }): ReactNode {
  const { mine, other } = conflict
  return (
    <ConflictBar conflict={conflict} saver={saver} words={other.version === null ? 'This edit was finished or discarded in another window.' : 'The draft of this article was changed in another window.'}>
      {other.document && <div className="conflict-difference"><BodyDifferenceView before={mine} after={other.document} names={['Yours', 'The other']} language={language} /></div>}
    </ConflictBar>
  )
}

/** The highlights whose words changed, while they change. */
function ChangedMarks({ article, changed }: { article: Article; changed: Fate[] }): ReactNode {
  return (
    <aside className="edit-changed" aria-label="Highlights that change" tabIndex={0}>
      <h2>Highlights that change</h2>
      <ul>
        {changed.map(({ highlight, carried, text }) => (
          <li key={highlight.id}>
            <span className="revise-state">{isWaitingState(carried.state) && stateNames[carried.state]}</span>
            <q dir="auto">{highlight.quote}</q>
            {carried.candidates[0] && (carried.state === 'said-by-another'
              ? <p className="revise-change"><ChangeLine changes={namedInFrame({ text: article.text, ranges: highlight.ranges }, { text, ranges: carried.candidates[0] }, article.language)} /></p>
              : <q dir="auto" className="edit-now">{quoteOf(carried.candidates[0])}</q>)}
          </li>
        ))}
      </ul>
      <p className="m">After Done they wait for you: nothing is decided silently.</p>
    </aside>
  )
}

function fateWords(fates: Fate[]): string {
  if (fates.length === 0) return ''
  return carriedWords(countStates(fates.map(({ carried }) => carried.state)))
}
