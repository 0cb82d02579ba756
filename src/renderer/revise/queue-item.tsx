import { useState, type ReactNode } from 'react'
import { ArrowRight } from 'lucide-react'
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import { quoteOf } from '../../shared/anchor/selectors.ts'
import type { WordChange } from '../../shared/anchor/word-changes.ts'
import type { Candidate } from '../../shared/highlight.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { useOperation } from '../api.ts'
import { longDate } from '../marks/citation.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { ChangeLine } from './change-line.tsx'
import { FramedText } from './framed-text.tsx'
import { QueueActs, type QueueDecisions } from './queue-acts.tsx'
import { useQueueKeys } from './queue-keys.ts'
import { stateIcons, stateNames, stateOf, whatHappened } from './queue-states.ts'
import { useChanges, type QueueChanges, type Waiting } from './use-changes.ts'

export interface QueueItemProps extends QueueDecisions {
  waiting: Waiting
  speakers: Speaker[]
  isWhole: boolean
  onWhole: (isWhole: boolean) => void
  onLater: () => void
}

/** One highlight that waits: what changed, the old sentence beside the new one, and what can be done. */
export function QueueItem({ waiting, speakers, isWhole, onWhole, onLater, ...decisions }: QueueItemProps): ReactNode {
  const [chosen, setChosen] = useState(0)
  const changes = useChanges(waiting, waiting.candidates[chosen])
  const state = stateOf(waiting)
  const Icon = stateIcons[state]
  const choices = waiting.candidates.length > 1 ? waiting.candidates.map((_, index): [string, () => void] => [String(index + 1), () => setChosen(index)]) : []
  useQueueKeys({ l: onLater, ...Object.fromEntries(choices) })
  return (
    <div className="queue" role="group" aria-label={`${stateNames[state]} highlight`}>
      <header className="queue-head">
        <Icon size={16} strokeWidth={1.5} aria-hidden />
        <h2>{stateNames[state]}</h2>
        <a className="queue-title" dir="auto" href={addressOf({ screen: 'article', articleId: waiting.articleId })}>{waiting.articleTitle}</a>
        <span className="spacer" />
        <Button variant="quiet" aria-pressed={isWhole} onClick={() => onWhole(!isWhole)}>Whole paragraph</Button>
        <Button variant="quiet" keys="L" onClick={onLater}>Later</Button>
      </header>
      <div className="queue-scroll" tabIndex={0} role="region" aria-label="What changed">
        <div className="queue-in">
          <About waiting={waiting} speakers={speakers} />
          <Named waiting={waiting} changes={changes} />
          {waiting.candidates.length > 1 && <Places waiting={waiting} chosen={chosen} language={changes?.article.language ?? ''} onChoose={setChosen} />}
          {changes && <Sentences waiting={waiting} place={chosen} changes={changes} speakers={speakers} isWhole={isWhole} />}
          <QueueActs key={chosen} waiting={waiting} place={chosen} changes={changes} speakers={speakers} {...decisions} />
        </div>
      </div>
    </div>
  )
}

/** Whose words they are taken to be, and where they come from. */
function About({ waiting, speakers }: { waiting: Waiting; speakers: Speaker[] }): ReactNode {
  const issues = useOperation('issues.list', {}).data ?? []
  const article = useOperation('articles.get', { id: waiting.articleId }).data
  const made = useOperation('revisions.list', { articleId: waiting.articleId }).data?.find(({ number }) => number === waiting.articleRevision)
  return (
    <div className="queue-about">
      <ul>
        {waiting.statements.map((statement) => {
          const speaker = speakers.find((one) => one.id === statement.speakerId)
          return (
            <li key={statement.id}>
              <span className="queue-who"><Swatch colour={speaker?.colour ?? null} /><b><bdi>{speaker?.name ?? 'No speaker yet'}</bdi></b></span>
              {statement.stance && <StanceWord stance={statement.stance} />}
              <bdi>{issues.find((one) => one.id === statement.issueId)?.proposition ?? 'No issue yet'}</bdi>
            </li>
          )
        })}
      </ul>
      {waiting.note && <p className="queue-note" dir="auto">{waiting.note}</p>}
      {article && made && (
        <p className="queue-source">
          <bdi>{article.publisher || article.title}</bdi>{article.published && `, ${longDate(article.published)}`}, ¶ {waiting.paragraph}. Changed when {made.origin === 'edit' ? 'the text was edited' : 'a newer copy was added'} on {longDate(made.createdAt)}.
          {' '}<a href={addressOf({ screen: 'revisions', articleId: waiting.articleId, from: String(waiting.revision), to: String(waiting.articleRevision) })}>Compare revisions {waiting.revision} and {waiting.articleRevision}</a>
        </p>
      )}
    </div>
  )
}

const kindNames: Record<WordChange['kind'], string> = { name: 'Name', cue: 'Cue', negation: 'Negation', number: 'Number', modal: 'Modal', words: 'Words' }
/** More of them at once are no help. */
const SHOWN = 6

function Named({ waiting, changes }: { waiting: Waiting; changes: QueueChanges | undefined }): ReactNode {
  const named = changes?.named ?? []
  return (
    <section className="queue-why" aria-labelledby="queue-why">
      <h3 id="queue-why">{whatHappened(waiting)}</h3>
      {changes?.changes && named.length === 0 && <p>Only marks, case, spaces or the order of words differ.</p>}
      {named.length > 0 && (
        <table>
          <thead className="sr"><tr><th>Kind</th><th>Before</th><th /><th>Now</th></tr></thead>
          <tbody>
            {named.slice(0, SHOWN).map((one, index) => (
              <tr key={index}>
                <th scope="row">{kindNames[one.kind]}</th>
                <td>{one.before ? <bdi>{one.before}</bdi> : <span className="queue-none">none</span>}</td>
                <td className="queue-arrow" aria-hidden><ArrowRight size={14} strokeWidth={1.5} /></td>
                <td>{one.after ? <b><bdi>{one.after}</bdi></b> : <span className="queue-none">none</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {named.length > SHOWN && <p>and {named.length - SHOWN} more, marked below</p>}
    </section>
  )
}

function Places({ waiting, chosen, language, onChoose }: { waiting: Waiting; chosen: number; language: string; onChoose: (place: number) => void }): ReactNode {
  return (
    <fieldset className="queue-choice">
      <legend>{waiting.candidates.length} places come near</legend>
      {waiting.candidates.map((ranges, index) => (
        <label key={ranges[0]!.start}>
          <input type="radio" name="candidate" checked={index === chosen} onChange={() => onChoose(index)} />
          <span><span dir="auto" {...(language ? { lang: language } : {})}>{quoteOf(ranges)}</span> <PlaceChange waiting={waiting} place={ranges} /></span>
          <Keys keys={String(index + 1)} />
        </label>
      ))}
    </fieldset>
  )
}

/** What tells places apart that have the same words. */
function PlaceChange({ waiting, place }: { waiting: Waiting; place: Candidate }): ReactNode {
  const changes = useChanges(waiting, place)
  return changes && <span className="revise-change">¶ {paragraphNumber(changes.article.text, place[0]!.start)}, <ChangeLine changes={changes.named} /></span>
}

interface SentencesProps { waiting: Waiting; place: number; changes: QueueChanges; speakers: Speaker[]; isWhole: boolean }

function Sentences({ waiting, place, changes: { article, revision, changes, all, named }, speakers, isWhole }: SentencesProps): ReactNode {
  const unit = stateOf(waiting) === 'said-by-another' ? 'sentence' : 'wording'
  const colour = speakers.find(({ id }) => id === waiting.statements[0]?.speakerId)?.colour ?? null
  const shared = { colour, language: article.language, isWhole }
  const candidate = waiting.candidates[place]
  const around = (ranges: { start: number; end: number }[]): { start: number; end: number } => ({ start: ranges[0]!.start, end: ranges.at(-1)!.end })
  const leftOut = all.flatMap((one) => one.leftOut ?? [])
  const added = all.flatMap((one) => one.added ?? [])
  return (
    <>
      <div className="queue-pair">
        <section aria-labelledby="queue-old">
          <h3><span id="queue-old">Old {unit}</span> <span className="m">revision {waiting.revision}, ¶ {waiting.paragraph}</span></h3>
          <FramedText {...shared} kind="left-out" text={revision.text} frame={changes?.before ?? around(waiting.ranges)} marked={waiting.ranges} changed={leftOut} />
        </section>
        <section aria-labelledby="queue-new">
          <h3><span id="queue-new">{stateOf(waiting) === 'lost' && candidate ? 'May belong here' : `New ${unit}`}</span> <span className="m">revision {waiting.articleRevision}{candidate && `, ¶ ${paragraphNumber(article.text, candidate[0]!.start)}`}</span></h3>
          {candidate && changes
            ? <FramedText {...shared} kind="added" text={article.text} frame={changes.after} marked={candidate} changed={added} />
            : <p className="m">It is nowhere to be found. Place the highlight again if the article still says it elsewhere, or keep the old wording.</p>}
        </section>
      </div>
      <p className="queue-legend">
        {leftOut.length > 0 && <span><del className="framed-change">{sampleOf(named.map(({ before }) => before))}</del> left out</span>}
        {added.length > 0 && <span><ins className="framed-change">{sampleOf(named.map(({ after }) => after))}</ins> added</span>}
        <span><mark className={`hl sp${colour ?? 0}`}>{unit === 'sentence' ? 'the same words' : 'words'}</mark> your highlight{candidate && ', in both'}</span>
      </p>
    </>
  )
}

/** The first that is short enough for a legend. */
function sampleOf(words: string[]): string {
  return words.find((one) => one !== '' && one.length <= 24) ?? 'words'
}
