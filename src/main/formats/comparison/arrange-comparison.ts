/** A comparison as its exports show it: what the matrix on the screen shows, with every statement's words, note and source. */
import type { Block } from '../../../shared/body.ts'
import { balanceOf, type Balance } from '../../../shared/compare/balance.ts'
import { columnOf, passes } from '../../../shared/compare/choose.ts'
import { arrangeMatrix, type MatrixIssue, type MatrixSpeaker } from '../../../shared/compare/matrix.ts'
import type { Position } from '../../../shared/compare/position.ts'
import type { FilteredMark } from '../../../shared/compare/statement-columns.ts'
import { everything, type Comparison, type ComparisonChoice } from '../../../shared/comparison.ts'
import type { LibraryContents } from '../../../shared/export.ts'
import { arrangeContents, blocksOfNote, type ArrangedArticle, type ArrangedStatement } from '../arrange-export.ts'

export interface ComparedStatement extends FilteredMark {
  /** 1 for the first: by rows, then by columns, then newest first. */
  number: number
  arranged: ArrangedStatement
  source: ArrangedArticle
}

export interface ComparedCell {
  issue: MatrixIssue
  speaker: MatrixSpeaker
  position: Position<ComparedStatement> | undefined
  /** In how many articles the reader looked and found none; 0: not looked yet. */
  lookedIn: number
}

export interface ArrangedComparison {
  /** Null where it is everything, and no comparison of the library. */
  id: string | null
  title: string
  /** UTC, ISO 8601. */
  exportedAt: string
  note: Block[]
  issues: MatrixIssue[]
  speakers: MatrixSpeaker[]
  /** Speakers down, issues across. */
  turned: boolean
  cell: (issueId: string, speakerId: string) => ComparedCell
  statements: ComparedStatement[]
  /** The identifiers of those that were chosen: these, and those that have no place in a matrix for lack of a speaker or an issue. */
  chosen: ReadonlySet<string>
  /** The articles that the statements come from, by first mention. */
  sources: ArrangedArticle[]
  balance: Balance
}

/** Without a comparison: everything, in the library's order. */
export function arrangeComparison(contents: LibraryContents, comparison: Pick<Comparison, 'id' | 'title' | 'choice'> | undefined, exportedAt: string): ArrangedComparison {
  const choice = comparison?.choice ?? everything
  const library = arrangeContents(contents)
  const marks = library.articles.flatMap((source) => source.statements.map((arranged) => markOf(arranged, source)))
  const issues = contents.issues.map((issue) => ({ ...issue, statements: 0 }))
  const speakers = contents.speakers.map((speaker) => ({ ...speaker, statements: 0 }))
  const matrix = arrangeMatrix({ marks, issues, speakers, looks: contents.looks, choice })
  const [issueOf, speakerOf] = [new Map(matrix.issues.map((one) => [one.issue.id, one])), new Map(matrix.speakers.map((one) => [one.speaker.id, one]))]
  const statements = matrix.issues.flatMap(({ issue }) => matrix.speakers.flatMap(({ speaker }) => matrix.position(issue.id, speaker.id)?.statements ?? []))
  statements.forEach((statement, at) => { statement.number = at + 1 })
  const note = contents.notes.find(({ subject }) => subject.type === 'comparison' && subject.id === comparison?.id)
  return {
    id: comparison?.id ?? null, title: comparison?.title || 'All statements', exportedAt, note: note ? blocksOfNote(note.document) : [],
    issues: matrix.issues, speakers: matrix.speakers, turned: choice.turned, statements, chosen: chosenOf(marks, speakers, choice),
    sources: [...new Set(statements.map(({ source }) => source))],
    balance: balanceOf(matrix),
    cell: (issueId, speakerId) => ({
      issue: issueOf.get(issueId)!, speaker: speakerOf.get(speakerId)!, position: matrix.position(issueId, speakerId),
      lookedIn: matrix.look(issueId, speakerId)?.articleIds.length ?? 0,
    }),
  }
}

function chosenOf(marks: ComparedStatement[], speakers: MatrixSpeaker['speaker'][], { issueIds, speakerIds, foldedIds, filter }: ComparisonChoice): Set<string> {
  const column = columnOf(speakers, foldedIds)
  const isAmong = (ids: string[] | null, id: string | null): boolean => ids === null || (id !== null && ids.includes(id))
  return new Set(marks.filter((mark) => isAmong(issueIds, mark.issueId) && isAmong(speakerIds, mark.speakerId && column(mark.speakerId)) && passes(mark, filter)).map(({ id }) => id))
}

function markOf(arranged: ArrangedStatement, source: ArrangedArticle): ComparedStatement {
  const { statement, highlight } = arranged
  const { article } = source
  return {
    number: 0, arranged, source, id: statement.id, speakerId: statement.speakerId, issueId: statement.issueId, stance: statement.stance, wording: statement.wording, wordingGuessed: statement.wordingGuessed,
    date: statement.dateSaid ?? article.published, isDateSaid: statement.dateSaid !== null, articleId: article.id, articleTitle: article.title, publisher: article.publisher, guessed: article.guessed,
    article: { id: article.id, title: article.title, publisher: article.publisher, published: article.published, guessed: article.guessed, tagIds: article.tagIds, collectionIds: article.collectionIds },
    tagIds: highlight.highlight.tagIds,
  }
}
