import type { Highlight } from '../../shared/highlight.ts'
import type { Speaker } from '../../shared/speaker.ts'

/** As many as there are number keys for. */
const KEYS = 8

/** This article's speakers, in the order in which the reader first used them. */
export function speakersHere(highlights: Highlight[], speakers: Speaker[]): Speaker[] {
  const statements = highlights.flatMap((highlight) => highlight.statements).sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  const ids = new Set(statements.map((statement) => statement.speakerId))
  return [...ids].flatMap((id) => speakers.find((speaker) => speaker.id === id) ?? []).slice(0, KEYS)
}
