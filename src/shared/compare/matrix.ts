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
  /** All its dates are of one year. */
  isOneYear: boolean
}

export interface MatrixParts<S> {
  marks: S[]
  issues: Issue[]
  speakers: Speaker[]
  looks: Look[]
  choice: ComparisonChoice
}

/** Only statements with both a speaker and an issue have a place in it. Written for tens of thousands of them. */
export function arrangeMatrix<S extends FilteredMark>({ marks, issues, speakers, looks, choice }: MatrixParts<S>): Matrix<S> {
  const placed = marks.filter(({ issueId, speakerId }) => issueId !== null && speakerId !== null)
  const column = columnOf(speakers, choice.foldedIds)
  const said = { issues: new Set(placed.map(({ issueId }) => issueId!)), speakers: new Set(placed.map(({ speakerId }) => speakerId!)) }
  const rows = chosen(issues, choice.issueIds, said.issues)
  const columns = chosen(speakers, choice.speakerIds, new Set([...said.speakers].map(column)))
  const numberOf = cellNumbers(rows, columns)
  const cells = cellsOf(placed, choice, speakers, column, numberOf)
  const pins = new Map(choice.pins.map((pin) => [numberOf(pin.issueId, pin.speakerId), pin.statementId]))
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
    issues: rows.map((issue) => Object.assign(sumOf(inRow.get(issue.id) ?? []), { issue })),
    speakers: columns.map((speaker) => Object.assign(sumOf(inColumn.get(speaker.id) ?? []), { speaker, folded: followers.get(speaker.id) ?? [], canFold: spokenFor.has(speaker.id) })),
    position: (issueId, speakerId) => positions.get(numberOf(issueId, speakerId)),
    look: (issueId, speakerId) => (numberOf(issueId, speakerId) < 0 ? undefined : lookAt.get(numberOf(issueId, speakerId))),
    statements: all.reduce((sum, { statements }) => sum + statements.length, 0),
    placed: placed.length,
    isOneYear: isOneYear(all),
  }
}

/** Cells are numbered: tens of thousands of statements would make as many long keys. -1 for what is not in the matrix. */
function cellNumbers(rows: { id: string }[], columns: { id: string }[]): (issueId: string, speakerId: string) => number {
  const [rowAt, columnAt] = [placesOf(rows), placesOf(columns)]
  return (issueId, speakerId) => {
    const [row, at] = [rowAt.get(issueId), columnAt.get(speakerId)]
    return row === undefined || at === undefined ? -1 : row * columns.length + at
  }
}

function cellsOf<S extends FilteredMark>(placed: S[], { filter }: ComparisonChoice, speakers: Speaker[], column: (speakerId: string) => string, numberOf: (issueId: string, speakerId: string) => number): Map<number, S[]> {
  const letsAllPass = !isFiltered(filter)
  const columnIds = new Map(speakers.map(({ id }) => [id, column(id)]))
  const cells = new Map<number, S[]>()
  for (const mark of placed) {
    const cell = numberOf(mark.issueId!, columnIds.get(mark.speakerId!)!)
    if (cell < 0 || (!letsAllPass && !passes(mark, filter))) continue
    const known = cells.get(cell)
    if (known) known.push(mark)
    else cells.set(cell, [mark])
  }
  return cells
}

/** Those chosen, in their order; or all that have a statement, in the reader's own order. */
function chosen<T extends { id: string; position: number }>(things: T[], ids: string[] | null, withStatements: Set<string>): T[] {
  if (ids) return ids.flatMap((id) => things.find((one) => one.id === id) ?? [])
  return things.filter(({ id }) => withStatements.has(id)).sort((a, b) => a.position - b.position)
}

/** Articles are counted when they are asked for: of a large matrix only the heads in view ask. */
function sumOf(positions: Position[]): Sum {
  return {
    statements: positions.reduce((sum, { statements }) => sum + statements.length, 0),
    tally: tallyOf(positions),
    get articles() {
      return new Set(positions.flatMap(({ statements }) => statements.map(({ articleId }) => articleId))).size
    },
  }
}

function isOneYear(positions: Position[]): boolean {
  const year = positions.flatMap(({ statements }) => statements.find(({ date }) => date)?.date.slice(0, 4) ?? [])[0]
  return year === undefined || positions.every(({ statements }) => statements.every(({ date }) => date === '' || date.startsWith(year)))
}

function placesOf(things: { id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, at) => [id, at]))
}
