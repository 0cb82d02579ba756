/** The matrix of a comparison: issues by speakers, with what each row and column comes to. */
import type { ComparisonChoice, Look } from '../comparison.ts'
import type { Issue } from '../issue.ts'
import type { Speaker } from '../speaker.ts'
import { columnOf, isFiltered, passes } from './choose.ts'
import { positionOf, tallyOf, type Position, type Tally } from './position.ts'
import type { FilteredMark } from './statement-columns.ts'

/** What a row or a column comes to. */
export interface Sum { statements: number; articles: number; tally: Tally }
export interface MatrixIssue extends Sum { issue: Issue }
export interface MatrixSpeaker extends Sum {
  speaker: Speaker
  /** Those whose statements stand in this column too, because it is folded. */
  folded: Speaker[]
  /** There are speakers with statements who speak for this one. */
  canFold: boolean
}
export interface Matrix<S extends FilteredMark = FilteredMark> {
  issues: MatrixIssue[]
  speakers: MatrixSpeaker[]
  /** Undefined where nothing was said. */
  position: (issueId: string, speakerId: string) => Position<S> | undefined
  /** The articles that were read for an empty cell, with none found. */
  look: (issueId: string, speakerId: string) => Look | undefined
  /** How many statements are in it; and how many have a speaker and an issue, before filters and choice. */
  statements: number
  placed: number
  /** Of the dates in it. */
  years: string[]
}

export interface MatrixParts<S> {
  marks: S[]
  issues: Issue[]
  speakers: Speaker[]
  looks: Look[]
  choice: ComparisonChoice
}

/** Only statements with both a speaker and an issue have a place in it. */
export function arrangeMatrix<S extends FilteredMark>({ marks, issues, speakers, looks, choice }: MatrixParts<S>): Matrix<S> {
  const placed = marks.filter(({ issueId, speakerId }) => issueId !== null && speakerId !== null)
  const column = columnOf(speakers, choice.foldedIds)
  const rows = chosen(issues, choice.issueIds, new Set(placed.map(({ issueId }) => issueId!)))
  const columns = chosen(speakers, choice.speakerIds, new Set(placed.map(({ speakerId }) => column(speakerId!))))
  // Cells are numbered: 20 000 statements would make as many long keys.
  const [rowAt, columnAt] = [placesOf(rows), placesOf(columns)]
  const numberOf = (issueId: string, columnId: string): number => {
    const [row, at] = [rowAt.get(issueId), columnAt.get(columnId)]
    return row === undefined || at === undefined ? -1 : row * columns.length + at
  }
  const letsAllPass = !isFiltered(choice.filter)
  const inside = placed.filter((mark) => numberOf(mark.issueId!, column(mark.speakerId!)) >= 0 && (letsAllPass || passes(mark, choice.filter)))
  const pins = new Map(choice.pins.map((pin) => [numberOf(pin.issueId, pin.speakerId), pin.statementId]))
  const cells = Map.groupBy(inside, (mark) => numberOf(mark.issueId!, column(mark.speakerId!)))
  const positions = new Map([...cells].map(([cell, statements]) => {
    const { issueId, speakerId } = statements[0]!
    return [cell, positionOf(issueId!, column(speakerId!), statements, pins.get(cell))]
  }))
  const lookAt = new Map(looks.map((look) => [numberOf(look.issueId, look.speakerId), look]))
  const all = [...positions.values()]
  const [inRow, inColumn] = [Map.groupBy(all, ({ issueId }) => issueId), Map.groupBy(all, ({ speakerId }) => speakerId)]
  const followers = Map.groupBy(speakers.filter(({ id }) => column(id) !== id), ({ id }) => column(id))
  const spokenFor = new Set(speakers.map(({ speaksForId }) => speaksForId))
  return {
    issues: rows.map((issue) => ({ issue, ...sumOf(inRow.get(issue.id) ?? []) })),
    speakers: columns.map((speaker) => ({ speaker, folded: followers.get(speaker.id) ?? [], canFold: spokenFor.has(speaker.id), ...sumOf(inColumn.get(speaker.id) ?? []) })),
    position: (issueId, speakerId) => positions.get(numberOf(issueId, speakerId)),
    look: (issueId, speakerId) => (numberOf(issueId, speakerId) < 0 ? undefined : lookAt.get(numberOf(issueId, speakerId))),
    statements: inside.length,
    placed: placed.length,
    years: [...new Set(inside.flatMap(({ date }) => date.slice(0, 4) || []))],
  }
}

/** Those chosen, in their order; or all that have a statement, in the reader's own order. */
function chosen<T extends { id: string; position: number }>(things: T[], ids: string[] | null, withStatements: Set<string>): T[] {
  if (ids) return ids.flatMap((id) => things.find((one) => one.id === id) ?? [])
  return things.filter(({ id }) => withStatements.has(id)).sort((a, b) => a.position - b.position)
}

function sumOf(positions: Position[]): Sum {
  const statements = positions.flatMap((position) => position.statements)
  return { statements: statements.length, articles: new Set(statements.map(({ articleId }) => articleId)).size, tally: tallyOf(positions) }
}

function placesOf(things: { id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, at) => [id, at]))
}
