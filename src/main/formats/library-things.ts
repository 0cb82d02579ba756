/**
 * All that a library holds, thing by thing, so that what an export wrote can be compared with it. Of an article in the bin that
 * one thing alone. Left out is what the program works out by itself: when a thing was made, its place in an order, candidates.
 */
import { blockText, type Block, type LexicalNode } from '../../shared/body.ts'
import { everything } from '../../shared/comparison.ts'
import { detailNames } from '../../shared/article.ts'
import type { LibraryContents } from '../../shared/export.ts'
import type { NoteSubject } from '../../shared/note.ts'
import { blocksOfNote } from './arrange-export.ts'

/** One and several, in the order in which they are told. */
export const thingNames = {
  article: ['article', 'articles'], binned: ['article in the bin', 'articles in the bin'],
  title: ['article’s title', 'articles’ titles'], byline: ['article’s byline', 'articles’ bylines'], publisher: ['article’s publisher', 'articles’ publishers'],
  published: ['article’s date', 'articles’ dates'], address: ['article’s address', 'articles’ addresses'], language: ['article’s language', 'articles’ languages'],
  text: ['article’s text', 'articles’ texts'], earlierText: ['earlier version of a text', 'earlier versions of texts'], draft: ['draft', 'drafts'],
  readingPlace: ['article’s reading place', 'articles’ reading places'],
  highlight: ['highlight', 'highlights'], place: ['highlight’s exact place', 'highlights’ exact places'],
  statement: ['statement', 'statements'], stance: ['stance', 'stances'], wording: ['statement’s wording', 'statements’ wordings'],
  reportedBy: ['statement’s “reported by”', 'statements’ “reported by”'], dateSaid: ['date said', 'dates said'],
  speaker: ['speaker', 'speakers'], alias: ['other name of a speaker', 'other names of speakers'], speaksFor: ['speaker’s “speaks for”', 'speakers’ “speaks for”'], colour: ['speaker’s colour', 'speakers’ colours'],
  issue: ['issue', 'issues'],
  note: ['note', 'notes'], formatting: ['note’s formatting', 'notes’ formatting'], links: ['note’s links to what it names', 'notes’ links to what they name'],
  tag: ['tag', 'tags'], tagging: ['place where a tag is set', 'places where tags are set'], collection: ['collection', 'collections'], collecting: ['article’s place in a collection', 'articles’ places in collections'],
  comparison: ['comparison', 'comparisons'], choice: ['comparison’s filters and choices', 'comparisons’ filters and choices'],
  look: ['“looked, none found”', '“looked, none found”'], lookedThrough: ['list of articles that were looked through', 'lists of articles that were looked through'],
  event: ['event', 'events'],
} as const
export type Kind = keyof typeof thingNames

/** Kinds that say something of another thing, whose key theirs begins with, up to a space. */
export const owners: Partial<Record<Kind, Kind>> = {
  title: 'article', byline: 'article', publisher: 'article', published: 'article', address: 'article', language: 'article', readingPlace: 'article',
  place: 'highlight', stance: 'statement', wording: 'statement', reportedBy: 'statement', dateSaid: 'statement',
  alias: 'speaker', speaksFor: 'speaker', colour: 'speaker', formatting: 'note', links: 'note', tagging: 'tag', collecting: 'collection', choice: 'comparison', lookedThrough: 'look',
}

export interface Thing { kind: Kind; key: string }

export const noteKey = ({ type, id }: NoteSubject): string => `${type}:${id}`
export const lookKey = (issueId: string, speakerId: string): string => `${issueId}:${speakerId}`

export function thingsIn(contents: LibraryContents): Thing[] {
  const things: Thing[] = []
  const add = (kind: Kind, key: string, isThere: unknown = true): void => { if (isThere) things.push({ kind, key }) }
  const live = new Set(contents.articles.filter(({ deletedAt }) => !deletedAt).map(({ id }) => id))
  for (const article of contents.articles) if (live.has(article.id)) addArticle(article, add)
  else add('binned', article.id)
  const highlights = contents.highlights.filter(({ articleId }) => live.has(articleId))
  const highlightIds = new Set(highlights.map(({ id }) => id))
  for (const { id, tagIds } of highlights) {
    add('highlight', id)
    add('place', id)
    for (const tagId of tagIds) add('tagging', `${tagId} ${id}`)
  }
  for (const { id, highlightId, stance, reportedById, dateSaid } of contents.statements) {
    if (!highlightIds.has(highlightId)) continue
    add('statement', id)
    add('stance', id, stance)
    add('wording', id)
    add('reportedBy', id, reportedById)
    add('dateSaid', id, dateSaid)
  }
  for (const { articleId } of contents.drafts) add('draft', articleId, live.has(articleId))
  const isInBin = ({ type, id }: NoteSubject): boolean => (type === 'article' && !live.has(id)) || (type === 'highlight' && !highlightIds.has(id))
  addNames(contents, add)
  for (const { subject, document } of contents.notes) {
    const blocks = isInBin(subject) ? [] : blocksOfNote(document)
    add('note', noteKey(subject), blocks.length > 0)
    add('formatting', noteKey(subject), isFormatted(blocks))
    add('links', noteKey(subject), blocks.length > 0 && hasLinks(document.root))
  }
  return things
}

type Add = (kind: Kind, key: string, isThere?: unknown) => void

function addArticle(article: LibraryContents['articles'][number], add: Add): void {
  const { id } = article
  add('article', id)
  for (const detail of detailNames) add(detail, id, article[detail])
  add('text', id)
  for (const { number } of article.revisions) add('earlierText', `${id} ${number}`, number !== article.revision)
  add('readingPlace', id, article.readTo > 0 || article.readingPlace > 0)
  for (const tagId of article.tagIds) add('tagging', `${tagId} ${id}`)
  for (const collectionId of article.collectionIds) add('collecting', `${collectionId} ${id}`)
}

function addNames({ speakers, issues, tags, collections, comparisons, looks, events }: LibraryContents, add: Add): void {
  for (const { id, aliases, speaksForId } of speakers) {
    add('speaker', id)
    for (const { name, articleId } of aliases) add('alias', `${id} ${articleId ?? ''} ${name}`)
    add('speaksFor', id, speaksForId)
    add('colour', id)
  }
  for (const { id } of issues) add('issue', id)
  for (const { id } of tags) add('tag', id)
  for (const { id } of collections) add('collection', id)
  for (const { id, choice } of comparisons) {
    add('comparison', id)
    add('choice', id, JSON.stringify(choice) !== JSON.stringify(everything))
  }
  for (const { issueId, speakerId } of looks) {
    add('look', lookKey(issueId, speakerId))
    add('lookedThrough', lookKey(issueId, speakerId))
  }
  for (const { id } of events) add('event', id)
}

function isFormatted(blocks: Block[]): boolean {
  return blocks.some((block) => block.type !== 'paragraph' || block.inlines.some(({ bold, italic, code, link }) => Boolean(bold ?? italic ?? code ?? link)) || blockText(block) === '')
}

function hasLinks({ type, children = [] }: LexicalNode): boolean {
  return type === 'reference' || type === 'quotation' || children.some(hasLinks)
}
