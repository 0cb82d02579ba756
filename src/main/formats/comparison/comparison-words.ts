/** The words that every format of a comparison shares. */
import type { MatrixSpeaker } from '../../../shared/compare/matrix.ts'
import { detailsShown, guessedWords, withNote } from '../../../shared/guessed-details.ts'
import { sourceOf, stanceNames, wordingName } from '../../../shared/statement.ts'
import { courseWords, stanceWord, writtenDate, type ArrangedArticle } from '../arrange-export.ts'
import { lookKey } from '../library-things.ts'
import { webAddress } from '../safe-link.ts'
import type { Written } from '../written.ts'
import type { ArrangedComparison, ComparedCell, ComparedStatement } from './arrange-comparison.ts'

/** Rows and columns as the matrix stands. */
export interface ComparedTable {
  corner: string
  columns: TableHead[]
  rows: { head: TableHead; cells: ComparedCell[] }[]
}
export interface TableHead { kind: 'issue' | 'speaker'; id: string; name: string; detail: string; colour: number | null }

export function tableOf(comparison: ArrangedComparison): ComparedTable {
  const { issues, speakers, turned, cell } = comparison
  const issueHeads = issues.map(({ issue, statements }): TableHead => ({ kind: 'issue', id: issue.id, name: issue.proposition, detail: countOf(statements, 'statement'), colour: null }))
  const speakerHeads = speakers.map((one): TableHead => ({ kind: 'speaker', id: one.speaker.id, name: one.speaker.name, detail: speakerDetail(one), colour: one.speaker.colour }))
  if (turned) return { corner: 'Speaker', columns: issueHeads, rows: speakers.map(({ speaker }, at) => ({ head: speakerHeads[at]!, cells: issues.map(({ issue }) => cell(issue.id, speaker.id)) })) }
  return { corner: 'Issue', columns: speakerHeads, rows: issues.map(({ issue }, at) => ({ head: issueHeads[at]!, cells: speakers.map(({ speaker }) => cell(issue.id, speaker.id)) })) }
}

/** Tells that the comparison's note was written, where there is one. */
export function tellNote({ id, note }: ArrangedComparison, written: Written): void {
  if (id !== null && note.length > 0) written.note('comparison', id)
}

/** Tells that the names at the matrix' edges were written, and those of folded speakers with them. */
export function tellEdges({ issues, speakers }: ArrangedComparison, written: Written): void {
  for (const { issue } of issues) written.add('issue', issue.id)
  for (const { speaker, folded } of speakers) for (const one of [speaker, ...folded]) written.add('speaker', one.id)
}

/** Tells that a statement was written with its facts, its quote and the note on that. */
export function tellStatement({ arranged }: ComparedStatement, written: Written): void {
  written.statement(arranged, 'stance', 'wording', 'reportedBy', 'dateSaid')
  written.highlight(arranged.highlight, 'note', 'formatting')
}

/** Tells that an article's line in the list of sources was written. */
export function tellSource({ article }: ArrangedArticle, written: Written): void {
  written.article(article, 'title', 'byline', 'publisher', 'published')
  if (webAddress(article.address)) written.article(article, 'address')
}

function speakerDetail({ folded, statements }: MatrixSpeaker): string {
  return [countOf(statements, 'statement'), ...(folded.length > 0 ? [`with ${folded.map(({ name }) => name).join(', ')}`] : [])].join(', ')
}

/** "No statement yet", or "None found in 6 articles". */
export function emptyWords({ lookedIn, issue, speaker }: ComparedCell, written: Written): string {
  if (lookedIn > 0) written.add('look', lookKey(issue.issue.id, speaker.speaker.id))
  return lookedIn > 0 ? `None found in ${countOf(lookedIn, 'article')}` : 'No statement yet'
}

export function stanceWords({ position }: ComparedCell): string {
  return position ? courseWords(position.course) : stanceWord(null)
}

/** "Harbour Wire, said 26 April 2017, ¶ 2 (publisher guessed)": the sign and its number stay on one line. */
export function citationOf(statement: ComparedStatement): string {
  const { arranged: { highlight } } = statement
  const cited = [sourceOf(statement), datedWords(statement), `¶\u00A0${highlight.paragraph}${highlight.caveat ? ` (${highlight.caveat})` : ''}`].filter(Boolean).join(', ')
  return withNote(cited, guessedWords(statement.guessed, detailsShown(statement)))
}

export function datedWords({ date, isDateSaid }: ComparedStatement): string {
  return date ? `${isDateSaid ? 'said' : 'printed'} ${writtenDate(date)}` : ''
}

/** Under a quote in a cell. Of two sides it names the one; what is not surely a direct quote is never to be taken for the speaker's own words. */
export function cellCitation(one: ComparedStatement, { shown }: { shown: ComparedStatement[] }): string {
  const side = shown.length > 1 && one.stance ? [stanceNames[one.stance]] : []
  return [...side, ...wordingUnlessQuoted(one, side.length > 0), citationOf(one)].join(', ')
}

/** Nothing for a direct quote that the reader has called so. */
export function wordingUnlessQuoted(one: ComparedStatement, isInside = false): string[] {
  if (one.wording === 'quote' && !one.wordingGuessed) return []
  return [isInside ? wordingName(one).toLowerCase() : wordingName(one)]
}

/** "and 3 more, from 2 sources"; '' when all are shown. */
export function moreWords({ more, sources }: { more: number; sources: string[] }): string {
  return more > 0 ? `and ${more} more, from ${countOf(sources.length, 'source')}` : ''
}

/** "Direct quote, according to TASS". */
export function wordingWords({ arranged, ...one }: ComparedStatement): string {
  return [wordingName(one), ...(arranged.reportedBy ? [`according to ${arranged.reportedBy}`] : [])].join(', ')
}

/** Who said it: in a folded column not always the one whose column it is. */
export function speakerOf({ arranged }: ComparedStatement): string {
  return arranged.speaker?.name ?? ''
}

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The statements of each issue in the matrix' order. */
export function statementsByIssue({ issues, statements }: ArrangedComparison): { proposition: string; id: string; statements: ComparedStatement[] }[] {
  const byIssue = Map.groupBy(statements, ({ issueId }) => issueId)
  return issues.map(({ issue }) => ({ id: issue.id, proposition: issue.proposition, statements: byIssue.get(issue.id) ?? [] }))
}

export interface BalanceList { title: string; entries: string[] }

/** What the reader should know of a comparison before it is handed on. Lists without entries are left out. */
export function balanceLists({ balance }: ArrangedComparison): BalanceList[] {
  return [
    { title: 'Who has no statement', entries: balance.lacking.map(({ issue, speakers, looked }) => `${issue.proposition}: ${speakers.map((speaker) => `${speaker.name}${looked.includes(speaker) ? ' (looked, none found)' : ''}`).join(', ')}`) },
    { title: 'Only paraphrased', entries: balance.onlyParaphrased.map(({ speaker, isGuessed }) => (isGuessed ? `${speaker.name} (guessed)` : speaker.name)) },
    { title: 'Resting on one source', entries: balance.oneSource.map(({ issue, speaker, source }) => `${speaker.name} on “${issue.proposition}”: ${source}`) },
  ].filter(({ entries }) => entries.length > 0)
}
