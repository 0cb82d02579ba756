/** Which statements a comparison counts, and in whose column each stands. */
import type { ComparisonFilter } from '../comparison.ts'
import type { Speaker } from '../speaker.ts'
import type { FilteredMark } from './statement-columns.ts'

export function passes(mark: FilteredMark, filter: ComparisonFilter): boolean {
  const { articleIds, collectionId, tagId, from, to, stances, wording } = filter
  return (!articleIds || articleIds.includes(mark.articleId))
    && (!collectionId || mark.article.collectionIds.includes(collectionId))
    && (!tagId || mark.article.tagIds.includes(tagId) || mark.tagIds.includes(tagId))
    && (!stances || (mark.stance !== null && stances.includes(mark.stance)))
    && (!wording || mark.wording === wording)
    && isWithin(mark.date, from, to)
}

/** A date that may lie within does: "2017" is within "2017-04" to "2017-05". */
function isWithin(date: string, from: string, to: string): boolean {
  if (!from && !to) return true
  if (!date) return false
  return isNotAfter(from, date) && isNotAfter(date, to)
}

function isNotAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10)
  return a.slice(0, length) <= b.slice(0, length)
}

export function isFiltered({ articleIds, collectionId, tagId, from, to, stances, wording }: ComparisonFilter): boolean {
  return Boolean(articleIds ?? collectionId ?? tagId ?? stances ?? wording) || from !== '' || to !== ''
}

/** The one in whose column a speaker stands: the last in the chain of "speaks for" whose column is folded, else the speaker. */
export function columnOf(speakers: Speaker[], foldedIds: string[]): (speakerId: string) => string {
  const spokenFor = new Map(speakers.map((speaker) => [speaker.id, speaker.speaksForId]))
  const folded = new Set(foldedIds)
  const found = new Map<string, string>()
  const find = (id: string): string => {
    let column = id
    const seen = new Set([id])
    for (let next = spokenFor.get(id); next && !seen.has(next); next = spokenFor.get(next)) {
      seen.add(next)
      if (folded.has(next)) column = next
    }
    return column
  }
  return (id) => {
    if (!found.has(id)) found.set(id, find(id))
    return found.get(id)!
  }
}
