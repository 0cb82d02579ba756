/** Whether what a library's file names is in it. Each refusal says where. */
import { Disagreement, type ArticleTexts, type Mended } from './agreement.ts'
import type { Item, Kind } from './library-item.ts'
import type { OutlineContents } from './library-outline.ts'

export type Known = ReturnType<typeof createKnown>

/** The identifiers that the file has, by kind. */
export function createKnown() {
  const ids = new Map<Kind, Set<string>>()
  const has = (kind: Kind, id: string): boolean => ids.get(kind)?.has(id) ?? false
  return {
    has,
    add(kind: Kind, id: string): void {
      if (has(kind, id)) throw new Disagreement(`two ${kind} have the same identifier, ${id}`)
      ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
    },
    need(kind: Kind, id: string | null, sentence: string): void {
      if (id !== null && !has(kind, id)) throw new Disagreement(sentence)
    },
  }
}

export function checkTags(tagIds: string[], whose: string, known: Known): void {
  for (const id of tagIds) known.need('tags', id, `${whose} has a tag that is not there`)
}

export function checkStatement({ id, highlightId, speakerId, reportedById, issueId }: Item<'statements'>, known: Known): void {
  known.add('statements', id)
  known.need('highlights', highlightId, `statement ${id} belongs to a highlight that is not there`)
  for (const speaker of [speakerId, reportedById]) known.need('speakers', speaker, `statement ${id} names a speaker that is not there`)
  known.need('issues', issueId, `statement ${id} names an issue that is not there`)
}

const nouns = { highlight: 'highlights', article: 'articles', speaker: 'speakers', issue: 'issues', comparison: 'comparisons' } as const

export function checkNames({ articles, speakers }: OutlineContents, known: Known): void {
  for (const { title, tagIds, collectionIds } of articles) {
    checkTags(tagIds, `“${title}”`, known)
    for (const id of collectionIds) known.need('collections', id, `“${title}” is in a collection that is not there`)
  }
  for (const { name, speaksForId, aliases } of speakers) {
    known.need('speakers', speaksForId, `“${name}” speaks for a speaker that is not there`)
    for (const { articleId } of aliases) known.need('articles', articleId, `“${name}” has another name in an article that is not there`)
  }
  const spokenFor = new Map(speakers.map(({ id, speaksForId }) => [id, speaksForId]))
  const circle = speakers.find(({ id }) => leadsBack(spokenFor, id))
  if (circle) throw new Disagreement(`“${circle.name}” speaks, through others, for itself`)
}

/** Whether who speaks for whom leads from there in a circle. */
function leadsBack(spokenFor: Map<string, string | null>, id: string): boolean {
  const seen = new Set<string>()
  for (let at = spokenFor.get(id); at; at = spokenFor.get(at)) {
    if (at === id || seen.has(at)) return true
    seen.add(at)
  }
  return false
}

export function checkDrafts({ drafts }: OutlineContents, texts: ReadonlyMap<string, ArticleTexts>): void {
  const drafted = new Set<string>()
  for (const { articleId, base, origin, imported } of drafts) {
    const article = texts.get(articleId)
    if (article?.text(base) === undefined) throw new Disagreement(`a draft belongs to a text that is not there, of article ${articleId}`)
    if (drafted.has(articleId)) throw new Disagreement(`“${article.title}” has two drafts`)
    if ((origin === 'import') !== (imported !== null)) throw new Disagreement(`the draft of “${article.title}” does not say what was imported`)
    drafted.add(articleId)
  }
}

/** Whether what a note is about is there; told where not. An older Counterpoint could bring a note back whose subject was gone. */
export function hasSubject({ subject }: Item<'notes'>, known: Known, mended: Mended): boolean {
  const isThere = known.has(nouns[subject.type], subject.id)
  if (!isThere) mended.add('subject')
  return isThere
}

/** Whether “looked, none found” can be kept; told where not. */
export function hasAll({ issueId, speakerId, articleIds }: Item<'looks'>, known: Known, mended: Mended): boolean {
  const isWhole = known.has('issues', issueId) && known.has('speakers', speakerId) && articleIds.length > 0 && articleIds.every((id) => known.has('articles', id))
  if (!isWhole) mended.add('look')
  return isWhole
}
