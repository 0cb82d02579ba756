import type { ReactNode } from 'react'
import { Copy, Plus, Quote, Trash2 } from 'lucide-react'
import { caveatOf, mayBeAnothers, type Highlight } from '../../shared/highlight.ts'
import type { Statement } from '../../shared/statement.ts'
import { client } from '../api.ts'
import { Caveat } from '../marks/caveat.tsx'
import { citation } from '../marks/citation.ts'
import { Backlinks } from '../editor/backlinks.tsx'
import { NoteField } from '../editor/note-field.tsx'
import { addressOf } from '../route.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { copyQuote } from './copy-quote.ts'
import { deleteHighlight, deleteStatement } from './delete-marks.ts'
import { HighlightQuote } from './highlight-quote.tsx'
import { useReader } from './reader-context.ts'
import { StatementFields } from './statement-fields.tsx'
import { OthersOnIssue } from './statement-list.tsx'
import { useSaving, type Saving } from '../editor/use-saving.ts'

export interface HighlightInspectorProps {
  highlight: Highlight
  /** The one of the highlight's statements that is looked at. */
  statement: Statement | undefined
}

export function HighlightInspector({ highlight, statement }: HighlightInspectorProps): ReactNode {
  const { article, speakers, choose, wish, takeWish } = useReader()
  const { status, run } = useSaving()
  const colour = speakers.find((speaker) => speaker.id === statement?.speakerId)?.colour ?? 0

  const handleDelete = async (): Promise<void> => {
    if (statement) await deleteStatement(statement.id)
    else if (await deleteHighlight(highlight)) choose(null)
  }

  return (
    <>
      <div className="inspector-body">
        <HighlightQuote highlight={highlight} colour={colour} />
        <div className="inspector-source" dir="auto">{citation({ publisher: article.publisher, articleTitle: article.title, date: article.published, paragraph: highlight.paragraph, guessed: article.guessed })}</div>
        {mayBeAnothers(highlight) && <MaybeAnothers highlight={highlight} />}
        {highlight.revision !== article.revision && !mayBeAnothers(highlight) && <OlderWording highlight={highlight} />}
        {highlight.statements.length > 1 && <StatementChoice highlight={highlight} statement={statement} />}
        {statement && <StatementFields key={statement.id} statement={statement} run={run} />}
        <AddStatement highlight={highlight} run={run} />
        <div className="inspector-block">
          <div className="lab" aria-hidden>Note</div>
          <NoteField subject={{ type: 'highlight', id: highlight.id }} autoFocus={wish === 'note'} onAutoFocus={takeWish} run={run} />
        </div>
        <Backlinks subject={{ type: 'highlight', id: highlight.id }} />
        {statement?.issueId && <OthersOnIssue issueId={statement.issueId} statementId={statement.id} />}
      </div>
      <footer className="inspector-foot">
        <span>{status}</span>
        <span className="spacer" />
        <IconButton label="Copy quote with source" icon={Copy} onClick={() => { void copyQuote(article, { ...highlight, caveat: caveatOf(highlight, article.revision) }, { highlightId: highlight.id }) }} />
        {statement && <IconButton label="Delete statement" icon={Trash2} onClick={() => { void handleDelete() }} />}
        {!statement && <IconButton label="Delete highlight" icon={Trash2} onClick={() => { void handleDelete() }} />}
      </footer>
    </>
  )
}

/** It keeps its place, and its statements, until the reader has decided. */
function MaybeAnothers({ highlight }: { highlight: Highlight }): ReactNode {
  const { article } = useReader()
  return <p className="inspector-older"><Caveat words={caveatOf(highlight, article.revision)} />These words still stand; who says them may have changed. <a href={addressOf({ screen: 'queue', articleId: article.id })}>Review</a></p>
}

/** The highlight lies on an older revision: it waits, or its reader kept the wording. */
function OlderWording({ highlight }: { highlight: Highlight }): ReactNode {
  const { article } = useReader()
  const compared = addressOf({ screen: 'revisions', articleId: article.id, from: String(highlight.revision), to: String(article.revision) })
  return (
    <p className="inspector-older">
      Wording of revision {highlight.revision}; the article has changed since. <a href={compared}>Compare</a>
      {highlight.waiting && <> · <a href={addressOf({ screen: 'queue', articleId: article.id })}>Review</a></>}
    </p>
  )
}

/** A highlight can carry several statements; one at a time has its controls here. */
function StatementChoice({ highlight, statement }: { highlight: Highlight; statement: Statement | undefined }): ReactNode {
  const { speakers, choose } = useReader()
  const count = highlight.statements.length
  return (
    <div className="statement-choice" role="group" aria-label="Statements on this passage">
      {highlight.statements.map((one, index) => {
        const speaker = speakers.find((candidate) => candidate.id === one.speakerId)
        return (
          <button
            key={one.id}
            type="button"
            className="chip"
            aria-pressed={one.id === statement?.id}
            aria-label={`Statement ${index + 1} of ${count}: ${speaker?.name ?? 'no speaker yet'}`}
            onClick={() => choose({ highlightId: highlight.id, statementId: one.id })}
          >
            <i className={`sw sp${speaker?.colour ?? 0}`} aria-hidden />{speaker?.name ?? `Statement ${index + 1}`}
          </button>
        )
      })}
    </div>
  )
}

function AddStatement({ highlight, run }: { highlight: Highlight; run: Saving['run'] }): ReactNode {
  const { choose } = useReader()
  const first = highlight.statements.length === 0
  const handleAdd = async (): Promise<void> => {
    const made = await run(client.call('statements.create', { on: { highlightId: highlight.id } }))
    if (made) choose({ highlightId: highlight.id, statementId: made.id }, { focus: 'speaker' })
  }
  return (
    <div className="inspector-add">
      <Button variant={first ? 'default' : 'quiet'} icon={first ? Quote : Plus} onClick={() => { void handleAdd() }}>
        {first ? 'Make it a statement' : 'Add statement'}
      </Button>
    </div>
  )
}
