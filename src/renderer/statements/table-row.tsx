import { memo, type ReactNode } from 'react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import type { Issue } from '../../shared/issue.ts'
import type { Tag } from '../../shared/label.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { stanceNames, wordingName, type StatementInContext } from '../../shared/statement.ts'
import { Caveat } from '../marks/caveat.tsx'
import { shortDate } from '../marks/citation.ts'
import { countOf } from '../marks/name-acts.ts'
import { GuessMark, SourceName } from '../marks/guess-mark.tsx'
import { SpeakerName, Swatch } from '../marks/speaker-name.tsx'
import { StanceMark } from '../marks/stance-word.tsx'
import { addressOf } from '../route.ts'
import type { GroupRow } from './arrange-rows.ts'
import type { Column } from './columns.ts'
import { toggleGroup, togglePicked } from './table-look.ts'

interface Place {
  /** 0 is the first row below the heads. */
  index: number
  columns: Column[]
  /** The column that keys move from, if this row is the current one. */
  current: Column | null
  /** In CSS px. */
  top: number
  height: number
}

export interface TableRowProps extends Place {
  /** A CSS grid template. */
  template: string
  mark: FilteredMark
  /** Undefined while they come. */
  words: StatementInContext | undefined
  speakers: Map<string, Speaker>
  issues: Map<string, Issue>
  tags: Map<string, Tag>
  isPicked: boolean
}

export const TableRow = memo(function TableRow(props: TableRowProps): ReactNode {
  const { mark, index, columns, current, top, height, template, isPicked } = props
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isPicked} className={`tb-row ${isPicked ? 'is-picked' : ''} ${current ? 'is-current' : ''}`} style={{ transform: `translateY(${top}px)`, height, gridTemplateColumns: template }} data-key={mark.id}>
      {columns.map((column, at) => (
        <div
          key={column} role="gridcell" aria-colindex={at + 1} className={`tb-cell tb-${column}`} data-row={mark.id} data-column={column} tabIndex={current === column ? 0 : -1}
        >
          <Cell column={column} {...props} />
        </div>
      ))}
    </div>
  )
})

function Cell({ column, mark, words, speakers, issues, tags, isPicked }: { column: Column } & TableRowProps): ReactNode {
  switch (column) {
    case 'pick': return <input type="checkbox" tabIndex={-1} aria-label={`Pick ${words?.quote ?? 'the statement'}`} checked={isPicked} onChange={() => togglePicked(mark.id)} />
    case 'stance': return mark.stance ? <span className="stance-w"><StanceMark stance={mark.stance} />{stanceNames[mark.stance]}</span> : <span className="m">No stance yet</span>
    case 'speaker': return <SpeakerCell speaker={mark.speakerId ? speakers.get(mark.speakerId) : undefined} reportedBy={words?.reportedById ? speakers.get(words.reportedById) : undefined} />
    case 'issue': return <IssueCell issue={mark.issueId ? issues.get(mark.issueId) : undefined} />
    case 'quote': return <span className="tb-words" dir="auto" title={words?.quote}><Caveat words={words?.caveat} />{words?.quote}</span>
    case 'wording': return <span className="tb-clamp">{wordingName(mark)}</span>
    case 'date': return <DateCell mark={mark} />
    case 'source': return <SourceCell mark={mark} words={words} />
    case 'tags': return mark.tagIds.length > 0 && <span className="tb-clamp">{mark.tagIds.flatMap((id) => tags.get(id)?.name ?? []).join(', ')}</span>
  }
}

function SpeakerCell({ speaker, reportedBy }: { speaker: Speaker | undefined; reportedBy: Speaker | undefined }): ReactNode {
  if (!speaker) return <span className="m">No speaker yet</span>
  return (
    <span className="tb-lines" title={speaker.name}>
      <SpeakerName name={speaker.name} colour={speaker.colour} />
      {reportedBy && <span className="m">according to {reportedBy.name}</span>}
    </span>
  )
}

function IssueCell({ issue }: { issue: Issue | undefined }): ReactNode {
  return issue ? <span className="tb-clamp" dir="auto" title={issue.proposition}>{issue.proposition}</span> : <span className="m">No issue yet</span>
}

/** Without a date said: when the article appeared, told apart. */
function DateCell({ mark }: { mark: FilteredMark }): ReactNode {
  if (!mark.date) return <span className="m">No date</span>
  if (mark.isDateSaid) return <span className="tnum">{shortDate(mark.date)}</span>
  return <span className="tb-lines m tnum"><span>{shortDate(mark.date)}</span><span>published<GuessMark guessed={mark.guessed} shown={['published']} /></span></span>
}

function SourceCell({ mark, words }: { mark: FilteredMark; words: StatementInContext | undefined }): ReactNode {
  const name = <SourceName of={mark} />
  if (!words) return <span className="tb-lines"><span>{name}</span></span>
  return (
    <span className="tb-lines" title={mark.articleTitle}>
      <a tabIndex={-1} href={addressOf({ screen: 'article', articleId: mark.articleId, highlightId: words.highlightId, statementId: mark.id })}><span>{name}</span> <span>¶ {words.paragraph}</span></a>
      {mark.publisher && <span className="m" dir="auto">{mark.articleTitle}</span>}
    </span>
  )
}

export const GroupHead = memo(function GroupHead({ group, index, columns, current, top, height }: Place & { group: GroupRow }): ReactNode {
  const { key, name, colour, count, isFolded } = group
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <div role="row" aria-rowindex={index + 2} className={`tb-group ${current ? 'is-current' : ''}`} style={{ transform: `translateY(${top}px)`, height }} data-key={key}>
      <div role="gridcell" aria-colindex={1} aria-colspan={columns.length}>
        <button type="button" aria-expanded={!isFolded} tabIndex={current ? 0 : -1} data-row={key} data-column={columns[0]} onClick={() => toggleGroup(key)}>
          <Chevron size={16} strokeWidth={1.5} aria-hidden />
          {colour !== null && <Swatch colour={colour} />}
          <span className="tb-group-name" dir="auto">{name}</span>
          <span className="m tnum"><span className="sr">{countOf(count, 'statement')}</span><span aria-hidden>{count}</span></span>
        </button>
      </div>
    </div>
  )
})
