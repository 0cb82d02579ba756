/** What a note's link leads to: where it opens, and how a quote from there names its source. */
import type { LinkSubject, LinkTarget } from '../../shared/note.ts'
import { citation } from '../marks/citation.ts'
import { navigate, type Route } from '../route.ts'

export const typeNames: Record<LinkSubject['type'], string> = { article: 'Article', highlight: 'Highlight', speaker: 'Speaker', issue: 'Issue' }

/** Longer names are cut in links, in UTF-16 code units. */
const LONGEST = 120

/** As the schema of quotations allows. */
const LONGEST_SOURCE = 2000

/** A highlight is shown by its first words, in quotation marks that are not part of it. */
export function linkName({ type, name }: Pick<LinkTarget, 'type' | 'name'>): string {
  const line = name.replace(/\s+/g, ' ').trim()
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed().trimEnd()}…` : line
  return type === 'highlight' ? `“${short.replace(/^[“"]|[”"]$/gu, '')}”` : short || 'Untitled'
}

export function routeOf(type: LinkSubject['type'], id: string, articleId: string | null): Route {
  if (type === 'highlight' && articleId) return { screen: 'article', articleId, highlightId: id }
  if (type === 'speaker' || type === 'issue') return { screen: 'names', kind: `${type}s`, id }
  return { screen: 'article', articleId: articleId ?? id }
}

export function openTarget({ type, id, article }: LinkTarget): void {
  navigate(routeOf(type, id, article?.id ?? null))
}

/** "“Ferry stops”, Harbour Wire, 26 April 2017, ¶ 2" */
export function sourceOf({ title, publisher, published, paragraph }: NonNullable<LinkTarget['article']>): string {
  const rest = citation({ publisher, articleTitle: title, date: published, paragraph })
  return (publisher && title ? `“${title}”, ${rest}` : rest).slice(0, LONGEST_SOURCE).toWellFormed()
}
