import { useState, type ReactNode } from 'react'
import { quoteOf } from '../../shared/anchor/selectors.ts'
import { namedChanges } from '../../shared/anchor/named-changes.ts'
import { wordDifference } from '../../shared/compare/word-difference.ts'
import type { Output } from '../../shared/contract.ts'
import { useOperation } from '../api.ts'
import { ComparedQuote } from '../marks/compared-words.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { Button } from '../ui/button.tsx'

export type Waiting = Output<'highlights.queue'>[number]

export interface QueueItemProps {
  waiting: Waiting
  onAccept: (candidate: number) => void
  onKeepOld: () => void
  onPlace: () => void
}

/** One highlight that waits: its old wording, the places offered, and what differs between them in words. */
export function QueueItem({ waiting, onAccept, onKeepOld, onPlace }: QueueItemProps): ReactNode {
  const [chosen, setChosen] = useState(0)
  const article = useOperation('articles.get', { id: waiting.articleId }).data
  const candidate = waiting.candidates[chosen]
  const language = article?.language ?? ''
  const text = { dir: 'auto', ...(language ? { lang: language } : {}) }
  return (
    <div className="queue" role="group" aria-label={waiting.state === 'reworded' ? 'Reworded highlight' : 'Lost highlight'}>
      <p className="queue-what">
        <b>{waiting.state === 'reworded' ? 'Reworded' : 'Lost'}</b> in <a href={addressOf({ screen: 'article', articleId: waiting.articleId })}>{waiting.articleTitle}</a>
        {' · '}<a href={addressOf({ screen: 'revisions', articleId: waiting.articleId, from: String(waiting.revision), to: String(waiting.articleRevision) })}>revision {waiting.revision} and {waiting.articleRevision} compared</a>
      </p>
      <Statements waiting={waiting} />
      <div className="queue-wordings">
        <section aria-label="Old wording">
          <h2>Old wording <span className="m">revision {waiting.revision}</span></h2>
          <blockquote {...text}><Context words={waiting.ranges[0]!.prefix} side="before" />{waiting.quote}<Context words={waiting.ranges.at(-1)!.suffix} side="after" /></blockquote>
        </section>
        <section aria-label="New wording">
          <h2>{waiting.state === 'reworded' ? 'New wording' : 'May be here'} <span className="m">revision {waiting.articleRevision}</span></h2>
          {!candidate && <p className="m">No passage comes near these words. Place the highlight again if the article still says it elsewhere, or keep the old wording.</p>}
          {waiting.candidates.length > 1 && (
            <fieldset className="queue-choice">
              <legend>{waiting.candidates.length} places come near</legend>
              {waiting.candidates.map((ranges, index) => (
                <label key={ranges[0]!.start}>
                  <input type="radio" name="candidate" checked={index === chosen} onChange={() => setChosen(index)} />
                  <span {...text}>{quoteOf(ranges)}</span>
                </label>
              ))}
            </fieldset>
          )}
          {candidate && (
            <>
              <blockquote {...text}>
                <Context words={candidate[0]!.prefix} side="before" />
                <ComparedQuote runs={wordDifference(waiting.quote, quoteOf(candidate)).runs} />
                <Context words={candidate.at(-1)!.suffix} side="after" />
              </blockquote>
              <p className="queue-legend m"><ins className="word-ins">added</ins> <del className="word-del">left out</del></p>
              <Changes before={waiting.quote} after={quoteOf(candidate)} language={language} />
            </>
          )}
        </section>
      </div>
      <div className="queue-acts">
        <Button variant="primary" keys="A" disabled={!candidate} onClick={() => onAccept(chosen)}>{waiting.state === 'reworded' ? 'Accept the new wording' : 'Place it here'}</Button>
        <Button keys="O" onClick={onKeepOld}>Keep the old wording</Button>
        <Button keys="P" onClick={onPlace}>Place again…</Button>
      </div>
      <p className="m">An old wording that is kept stays on its revision, and is shown with it.</p>
    </div>
  )
}

/** The words around a passage, as far as they are kept; where they begin or end within a sentence, they are cut. */
function Context({ words, side }: { words: string; side: 'before' | 'after' }): ReactNode {
  if (!words) return null
  const line = side === 'before' ? words.slice(words.lastIndexOf('\n') + 1) : words.split('\n', 1)[0]!
  return <span className="queue-context">{side === 'before' ? `… ${line}` : `${line} …`}</span>
}

function Statements({ waiting }: { waiting: Waiting }): ReactNode {
  const speakers = useOperation('speakers.list', {}).data ?? []
  const issues = useOperation('issues.list', {}).data ?? []
  if (waiting.statements.length === 0) return waiting.note ? <p className="queue-note">{waiting.note}</p> : null
  return (
    <ul className="queue-statements">
      {waiting.statements.map((statement) => {
        const speaker = speakers.find((one) => one.id === statement.speakerId)
        return (
          <li key={statement.id}>
            <Swatch colour={speaker?.colour ?? null} /><b>{speaker?.name ?? 'No speaker yet'}</b>
            {statement.stance && <StanceWord stance={statement.stance} />}
            <span>{issues.find((one) => one.id === statement.issueId)?.proposition ?? 'No issue yet'}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** What changed of meaning, in words. */
function Changes({ before, after, language }: { before: string; after: string; language: string }): ReactNode {
  const changes = namedChanges(before, after, language || undefined)
  if (changes.length === 0 && wordDifference(before, after).runs.every((run) => run.kind === 'same')) return <p className="queue-changes">Only quotation marks, dashes, case or spaces differ.</p>
  if (changes.length === 0) return null
  return <ul className="queue-changes" aria-label="What changed">{changes.map((change) => <li key={change}>{change}</li>)}</ul>
}
