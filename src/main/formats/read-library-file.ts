/** Counterpoint's own JSON, told apart from other files and checked as a whole before anything is taken from it. */
import * as v from 'valibot'
import { beginsLikeLibrary } from '../../shared/article.ts'
import { LibraryFile } from '../../shared/export.ts'
import { AppError } from '../../shared/rpc.ts'

/** Undefined when it is another kind of file; an AppError when it is one that can't be used. */
export function readLibraryFile(bytes: Uint8Array): LibraryFile | undefined {
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8'
  const beginning = new TextDecoder(encoding).decode(bytes.subarray(0, 4000))
  if (!/^\s*\{/.test(beginning)) return undefined
  const value = parse(new TextDecoder(encoding).decode(bytes))
  if (value === undefined) {
    if (beginsLikeLibrary(beginning)) throw damaged('it is cut off or was changed by hand')
    return undefined
  }
  if (value.format !== 'counterpoint') return undefined
  if (typeof value.version === 'number' && value.version > 1) {
    throw new AppError('bad-input', `This file was made by a newer Counterpoint (its format is version ${value.version}, this Counterpoint reads version 1): update Counterpoint and import it again.`)
  }
  const file = v.safeParse(LibraryFile, value)
  if (!file.success) throw damaged(`${v.getDotPath(file.issues[0]) ?? 'the file'}: ${file.issues[0].message}`)
  const missing = missingReference(file.output)
  if (missing) throw damaged(missing)
  return file.output
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}

function damaged(why: string): AppError {
  return new AppError('bad-input', `This Counterpoint file is damaged (${why}), so nothing was imported: export it again or use a backup.`)
}

/** The first thing that is named twice, or that names something the file does not hold. */
function missingReference(file: LibraryFile): string | undefined {
  const ids = (nouns: { id: string }[]): Set<string> => new Set(nouns.map((noun) => noun.id))
  const { looks: _looks, drafts: _drafts, ...identified } = file
  for (const [name, nouns] of Object.entries(identified)) {
    if (Array.isArray(nouns) && ids(nouns).size !== nouns.length) return `two ${name} have the same identifier`
  }
  const [articles, highlights, speakers, issues, tags, collections] = [file.articles, file.highlights, file.speakers, file.issues, file.tags, file.collections].map(ids) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>, Set<string>]
  const known = (set: Set<string>, id: string | null): boolean => id === null || set.has(id)
  const revisions = new Set(file.articles.flatMap((article) => article.revisions.map((revision) => `${article.id} ${revision.number}`)))
  const subjects: Partial<Record<string, Set<string>>> = { highlight: highlights, article: articles, speaker: speakers, issue: issues, comparison: ids(file.comparisons) }
  const checks: [string, boolean][] = [
    ['an article lacks its text', file.articles.every((article) => revisions.has(`${article.id} ${article.revision}`))],
    ['an article has a tag that is not there', file.articles.every((article) => article.tagIds.every((id) => tags.has(id)))],
    ['an article is in a collection that is not there', file.articles.every((article) => article.collectionIds.every((id) => collections.has(id)))],
    ['a highlight belongs to a text that is not there', file.highlights.every((highlight) => revisions.has(`${highlight.articleId} ${highlight.revision}`))],
    ['a highlight has a tag that is not there', file.highlights.every((highlight) => highlight.tagIds.every((id) => tags.has(id)))],
    ['a statement belongs to a highlight that is not there', file.statements.every((statement) => highlights.has(statement.highlightId))],
    ['a statement names a speaker or an issue that is not there', file.statements.every((each) => known(speakers, each.speakerId) && known(speakers, each.reportedById) && known(issues, each.issueId))],
    ['a speaker speaks for one that is not there', file.speakers.every((speaker) => known(speakers, speaker.speaksForId))],
    ['a speaker has an alias in an article that is not there', file.speakers.every((speaker) => speaker.aliases.every((alias) => known(articles, alias.articleId)))],
    ['a draft belongs to a text that is not there', file.drafts.every((draft) => revisions.has(`${draft.articleId} ${draft.base}`))],
    ['a note is about something that is not there', file.notes.every((note) => subjects[note.subject.type]?.has(note.subject.id) ?? true)],
  ]
  return checks.find(([, holds]) => !holds)?.[0] ?? wrongQuote(file) ?? (speaksForItself(file) ? 'a speaker speaks, through others, for itself' : undefined)
}

/** A range must be, character for character, what its text holds. */
function wrongQuote(file: LibraryFile): string | undefined {
  const texts = new Map(file.articles.flatMap((article) => article.revisions.map((revision) => [`${article.id} ${revision.number}`, revision.text] as const)))
  const holds = ({ articleId, revision, ranges }: LibraryFile['highlights'][number]): boolean => {
    const text = texts.get(`${articleId} ${revision}`) ?? ''
    return ranges.every(({ start, end, exact }) => start >= 0 && start < end && end <= text.length && text.slice(start, end) === exact)
  }
  return file.highlights.every(holds) ? undefined : 'a highlight’s words are not those of its text'
}

function speaksForItself({ speakers }: LibraryFile): boolean {
  const next = new Map(speakers.map((speaker) => [speaker.id, speaker.speaksForId]))
  return speakers.some(({ id }) => {
    const seen = new Set<string>()
    for (let at = next.get(id); at; at = next.get(at)) {
      if (at === id || seen.has(at)) return true
      seen.add(at)
    }
    return false
  })
}
