/** The rows of the table: the statements that pass the filters, sorted, below the heads of their groups. */
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { sourceOf, stanceNames, stances, wordings } from '../../shared/statement.ts'
import type { SortColumn } from './columns.ts'
import type { Grouping, TableFilter, TableLook } from './table-look.ts'

export interface GroupRow { kind: 'group'; key: string; name: string; colour: number | null; count: number; isFolded: boolean }
export interface StatementRow { kind: 'statement'; key: string; mark: FilteredMark }
export type Row = GroupRow | StatementRow

export interface RowParts {
  marks: FilteredMark[]
  speakers: Speaker[]
  issues: Issue[]
  /** Names by identifier. */
  tags: Map<string, string>
  /** Words by statement; only for sorting by them. */
  quotes: Map<string, string> | null
  look: Pick<TableLook, 'sort' | 'grouping' | 'folded' | 'filter'>
  /** 'none': those without. Absent: all. */
  speakerId?: string | undefined
  issueId?: string | undefined
}

export interface Arranged {
  rows: Row[]
  /** All that pass the filters, in the table's order, those in folded groups too. */
  marks: FilteredMark[]
}

export function arrangeRows(parts: RowParts): Arranged {
  const { look: { sort, grouping, folded } } = parts
  const passing = inOrderOfAdding(parts.marks.filter(passes(parts)))
  const sorted = sort ? sortMarks(passing, valueFor(sort.column, parts), sort.descending) : passing
  if (grouping === 'none') return { rows: sorted.map(statementRow), marks: sorted }
  const groups = grouped(sorted, grouping, parts)
  return {
    rows: groups.flatMap(({ key, name, colour, marks }): Row[] => {
      const isFolded = folded.has(key)
      return [{ kind: 'group', key, name, colour, count: marks.length, isFolded }, ...(isFolded ? [] : marks.map(statementRow))]
    }),
    marks: groups.flatMap(({ marks }) => marks),
  }
}

function statementRow(mark: FilteredMark): StatementRow {
  return { kind: 'statement', key: mark.id, mark }
}

function passes({ look: { filter }, speakers, issues, speakerId, issueId }: RowParts): (mark: FilteredMark) => boolean {
  const holdsText = textFilter(filter.text, speakers, issues)
  const is = (wanted: string | undefined | null, value: string | null): boolean => !wanted || (wanted === 'none' ? value === null : value === wanted)
  return (mark) => is(speakerId, mark.speakerId) && is(issueId, mark.issueId) && is(filter.stance, mark.stance)
    && is(filter.wording, mark.wording) && (!filter.tagId || mark.tagIds.includes(filter.tagId)) && holdsText(mark)
}

/** Each word must be in the name of the speaker (or another name of it), of the issue or of the source. */
function textFilter(text: TableFilter['text'], speakers: Speaker[], issues: Issue[]): (mark: FilteredMark) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  const names = new Map([
    ...speakers.map(({ id, name, aliases }) => [id, fold([name, ...aliases.map((alias) => alias.name)].join('\n'))] as const),
    ...issues.map(({ id, proposition }) => [id, fold(proposition)] as const),
  ])
  const sources = new Map<string, string>()
  return ({ speakerId, issueId, article }) => {
    if (!sources.has(article.id)) sources.set(article.id, fold(`${article.publisher}\n${article.title}`))
    const all = `${names.get(speakerId ?? '') ?? ''}\n${names.get(issueId ?? '') ?? ''}\n${sources.get(article.id)!}`
    return words.every((word) => all.includes(word))
  }
}

/** The newest article first; in each, as they were marked. */
function inOrderOfAdding(marks: FilteredMark[]): FilteredMark[] {
  return [...Map.groupBy(marks, ({ articleId }) => articleId).entries()].reverse().flatMap(([, ofArticle]) => ofArticle)
}

type Value = (mark: FilteredMark) => number | string | null

/** What has no value comes last, upwards and downwards. */
function sortMarks(marks: FilteredMark[], value: Value, descending: boolean): FilteredMark[] {
  const keyed = marks.map((mark) => ({ mark, value: value(mark) }))
  const turn = descending ? -1 : 1
  keyed.sort((a, b) => {
    if (a.value === b.value) return 0
    if (a.value === null || b.value === null) return a.value === null ? 1 : -1
    return (a.value < b.value ? -1 : 1) * turn
  })
  return keyed.map(({ mark }) => mark)
}

function valueFor(column: SortColumn, { marks, speakers, issues, tags, quotes }: RowParts): Value {
  switch (column) {
    case 'stance': return ({ stance }) => (stance ? stances.indexOf(stance) : null)
    case 'wording': return ({ wording }) => wordings.indexOf(wording)
    case 'date': return ({ date }) => date || null
    case 'speaker': return byRank(speakers.map(({ id, name }) => [id, name]), ({ speakerId }) => speakerId)
    case 'issue': return byRank(issues.map(({ id, proposition }) => [id, proposition]), ({ issueId }) => issueId)
    case 'source': return byRank(marks.map((mark) => [mark.articleId, `${sourceOf(mark)}\n${mark.articleTitle}`]), ({ articleId }) => articleId)
    case 'quote': return byRank([...quotes ?? []], ({ id }) => id)
    case 'tags': return byRank([...tags], ({ tagIds }) => tagIds[0] ?? null)
  }
}

const collator = new Intl.Collator(undefined, { numeric: true })

/** Names are put in order once, not at every comparison: 20 000 statements have few of them. Punctuation before a quote doesn't count. */
function byRank(names: [id: string, name: string][], idOf: (mark: FilteredMark) => string | null): Value {
  const ordered = [...new Map(names)].map(([id, name]) => [id, name.replace(/^[\p{P}\s]+/u, '')] as const).sort((a, b) => collator.compare(a[1], b[1]))
  const ranks = new Map(ordered.map(([id], rank) => [id, rank]))
  return (mark) => ranks.get(idOf(mark) ?? '') ?? null
}

interface Group { key: string; name: string; colour: number | null; marks: FilteredMark[] }

/** Speakers and issues in the reader's own order, stances from for to against, articles as they come; those without last. */
function grouped(marks: FilteredMark[], grouping: Exclude<Grouping, 'none'>, { speakers, issues }: RowParts): Group[] {
  const keyOf = { speaker: 'speakerId', issue: 'issueId', article: 'articleId', stance: 'stance' } as const
  const byKey = Map.groupBy(marks, (mark) => mark[keyOf[grouping]])
  const order: { id: string | null; name: string; colour: number | null }[] = {
    speaker: () => [...ordered(speakers).map(({ id, name, colour }) => ({ id, name, colour })), { id: null, name: 'No speaker yet', colour: null }],
    issue: () => [...ordered(issues).map(({ id, proposition }) => ({ id, name: proposition, colour: null })), { id: null, name: 'No issue yet', colour: null }],
    stance: () => [...stances.map((id) => ({ id, name: stanceNames[id], colour: null })), { id: null, name: 'No stance yet', colour: null }],
    article: () => [...byKey].map(([id, [first]]) => ({ id, name: [first!.publisher, first!.articleTitle].filter(Boolean).join(', '), colour: null })),
  }[grouping]()
  return order.flatMap(({ id, name, colour }) => {
    const those = byKey.get(id as never)
    return those ? [{ key: `group:${grouping}:${id ?? 'none'}`, name, colour, marks: those }] : []
  })
}

function ordered<T extends { position: number }>(things: T[]): T[] {
  return things.toSorted((a, b) => a.position - b.position)
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase()
}

/** The group that a statement stands in. */
export function groupKeyOf(mark: FilteredMark, grouping: Grouping): string | null {
  if (grouping === 'none') return null
  const id = { speaker: mark.speakerId, issue: mark.issueId, article: mark.articleId, stance: mark.stance }[grouping]
  return `group:${grouping}:${id ?? 'none'}`
}
