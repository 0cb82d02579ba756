import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../shared/compare/timeline.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { detailsShown } from '../../shared/guessed-details.ts'
import { sourceOf, stanceNames, wordingName, type StatementInContext } from '../../shared/statement.ts'
import { Caveat } from '../marks/caveat.tsx'
import { longDate } from '../marks/citation.ts'
import { GuessMark } from '../marks/guess-mark.tsx'
import { SpeakerName } from '../marks/speaker-name.tsx'
import { StanceWord } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import { dateWords, daysWords } from './date-words.ts'
import type { TimelineProps } from './timeline-grid.tsx'

/** The same as the timeline says, to be read from top to bottom. */
export function TimelineList({ timeline: { rows, speakerIds }, speakers, words, onEdit }: TimelineProps): ReactNode {
  return (
    <ol className="tl-list" aria-label="Timeline as a list">
      {rows.map((row) => (row.kind === 'event'
        ? <li key={row.event.id} className="tl-list-event"><h3>{dateWords(row.event.date)}</h3><p>Event: <button type="button" className="link" onClick={() => onEdit(row.event)}>{row.event.title}</button></p></li>
        : (
          <li key={`date ${row.date}`}>
            <h3>{dateWords(row.date)}{row.days !== null && <span className="m"> {daysWords(row.days)}</span>}</h3>
            <ul>{speakerIds.flatMap((id) => row.entries.get(id)?.map((entry) => <ListEntry key={entry.mark.id} entry={entry} speaker={speakers.find((one) => one.id === id)!} words={words.get(entry.mark.id)} />) ?? [])}</ul>
          </li>
        )))}
    </ol>
  )
}

function ListEntry({ entry: { mark, changedFrom }, speaker, words }: { entry: TimelineEntry; speaker: Speaker; words: StatementInContext | undefined }): ReactNode {
  const when = mark.date ? `${mark.isDateSaid ? 'said' : 'printed'} ${longDate(mark.date)}` : 'no date'
  return (
    <li className="tl-list-entry">
      <SpeakerName name={speaker.name} colour={speaker.colour} /> <StanceWord stance={mark.stance} />{changedFrom && <span className="m"> changed, {stanceNames[changedFrom].toLowerCase()} before</span>}
      <Caveat words={words?.caveat} />
      {words && <blockquote dir="auto">{words.quote}</blockquote>}
      <span className="m">{wordingName(mark)}, {sourceOf(mark)}, {when}<GuessMark guessed={mark.guessed} shown={detailsShown(mark)} inWords /> {words && <a href={addressOf({ screen: 'article', articleId: mark.articleId, highlightId: words.highlightId, statementId: mark.id })}>Open ¶ {words.paragraph}</a>}</span>
    </li>
  )
}
