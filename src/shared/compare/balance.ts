/** What a comparison lacks, to be seen before it is handed on. */
import type { Issue } from '../issue.ts'
import type { Speaker } from '../speaker.ts'
import type { Matrix } from './matrix.ts'

export interface Balance {
  /** Issues on which speakers of this comparison have no statement; `looked`: those of them for whom the reader looked and found none. */
  lacking: { issue: Issue; speakers: Speaker[]; looked: Speaker[] }[]
  /** Speakers of whom no word is quoted; `isGuessed`: as far as guesses tell. */
  onlyParaphrased: { speaker: Speaker; isGuessed: boolean }[]
  /** Cells whose statements all come from one source: a publisher; without one, the article. */
  oneSource: { issue: Issue; speaker: Speaker; source: string; statements: number }[]
}

export function balanceOf({ issues, speakers, position, look }: Pick<Matrix, 'issues' | 'speakers' | 'position' | 'look'>): Balance {
  const cells = issues.flatMap(({ issue }) => speakers.map(({ speaker }) => ({ issue, speaker, position: position(issue.id, speaker.id) })))
  return {
    lacking: issues.flatMap(({ issue }) => {
      const without = speakers.map(({ speaker }) => speaker).filter(({ id }) => !position(issue.id, id))
      const looked = without.filter(({ id }) => look(issue.id, id))
      return without.length > 0 ? [{ issue, speakers: without, looked }] : []
    }),
    onlyParaphrased: speakers.flatMap(({ speaker }) => {
      const said = cells.flatMap((cell) => (cell.speaker === speaker && cell.position ? cell.position.statements : []))
      if (said.length === 0 || said.some(({ wording }) => wording !== 'paraphrase')) return []
      return [{ speaker, isGuessed: said.some(({ wordingGuessed }) => wordingGuessed) }]
    }),
    oneSource: cells.flatMap((cell) => (cell.position?.sources.length === 1
      ? [{ issue: cell.issue, speaker: cell.speaker, source: cell.position.sources[0]!, statements: cell.position.statements.length }]
      : [])),
  }
}
