/** What a highlight is called in lists and by screen readers. */
import { mayBeAnothers, type Highlight } from '../../shared/highlight.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { stanceNames, type Statement } from '../../shared/statement.ts'

/** "Statement: France asserts, The Syrian government was…" or "Highlight: A six-page report…"; "Statement, said by another?: …" where that is not decided. */
export function highlightName(highlight: Highlight, speakers: Speaker[]): string {
  const doubt = mayBeAnothers(highlight) ? ', said by another?' : ''
  if (highlight.statements.length === 0) return `Highlight${doubt}: ${firstWords(highlight.quote)}`
  return `Statement${doubt}: ${highlight.statements.map((one) => whoSays(one, speakers)).join('; ')}, ${firstWords(highlight.quote)}`
}

function whoSays(statement: Statement, speakers: Speaker[]): string {
  const name = speakers.find((speaker) => speaker.id === statement.speakerId)?.name ?? 'No speaker yet'
  return statement.stance ? `${name} ${stanceNames[statement.stance].toLowerCase()}` : name
}

/** The first eight words, or forty characters where there are no spaces. */
export function firstWords(quote: string): string {
  const words = quote.split(/\s+/).slice(0, 8).join(' ')
  const short = words.length > 80 ? words.slice(0, 40) : words
  return short.length < quote.length ? `${short}…` : short
}
