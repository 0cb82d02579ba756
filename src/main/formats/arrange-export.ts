/** The library's contents as exports for people show them: by article, with names looked up. Nothing from the bin. */
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import { quoteOf, type TextRange } from '../../shared/anchor/selectors.ts'
import { blockText, fromLexical, type Block } from '../../shared/body.ts'
import { positionOf, type Course, type Position } from '../../shared/compare/position.ts'
import type { StatementMark } from '../../shared/compare/statement-columns.ts'
import type { LibraryContents } from '../../shared/export.ts'
import { guessedWords } from '../../shared/guessed-details.ts'
import { caveatOf, placeIn } from '../../shared/highlight.ts'
import { stanceNames, wordingName, type Stance } from '../../shared/statement.ts'

type Article = LibraryContents['articles'][number]
type Highlight = LibraryContents['highlights'][number]
type Statement = LibraryContents['statements'][number]
export type ExportedSpeaker = LibraryContents['speakers'][number]
export type ExportedIssue = LibraryContents['issues'][number]

export interface ArrangedStatement {
  /** 1 for the first in the export. */
  number: number
  statement: Statement
  highlight: ArrangedHighlight
  speaker: ExportedSpeaker | undefined
  issue: ExportedIssue | undefined
  reportedBy: string
}

export interface ArrangedHighlight {
  highlight: Highlight
  /** Where it stands in `text`: one that may be said by another keeps its place in the present text. */
  ranges: TextRange[]
  quote: string
  /** The number of its first paragraph. */
  paragraph: number
  /** The canonical text that its offsets count in. */
  text: string
  /** Set when it stays on an earlier revision than the article's text. */
  earlierRevision: number | undefined
  /** What must be said beside its words; '' for nothing. */
  caveat: string
  note: Block[]
  noteText: string
  tags: string[]
  statements: ArrangedStatement[]
}

export interface ArrangedArticle {
  article: Article
  blocks: Block[]
  text: string
  note: Block[]
  /** In the order of the text. */
  highlights: ArrangedHighlight[]
  statements: ArrangedStatement[]
}

export interface ArrangedLibrary {
  articles: ArrangedArticle[]
  statements: ArrangedStatement[]
  /** Those that have statements here, in their order. */
  issues: ExportedIssue[]
  speakers: ExportedSpeaker[]
}

export function arrangeContents(contents: LibraryContents): ArrangedLibrary {
  const speakers = new Map(contents.speakers.map((speaker) => [speaker.id, speaker]))
  const issues = new Map(contents.issues.map((issue) => [issue.id, issue]))
  const parts: ArticleParts = {
    highlights: Map.groupBy(contents.highlights, ({ articleId }) => articleId),
    notes: new Map(contents.notes.map((note) => [`${note.subject.type} ${note.subject.id}`, note])),
    tags: new Map(contents.tags.map((tag) => [tag.id, tag.name])),
  }
  const articles = contents.articles.filter((article) => article.deletedAt === null).map((article) => arrangeArticle(article, parts))
  const highlights = new Map(articles.flatMap((article) => article.highlights.map((each) => [each.highlight.id, each] as const)))
  for (const statement of contents.statements) {
    const highlight = highlights.get(statement.highlightId)
    highlight?.statements.push({
      number: 0, statement, highlight, speaker: speakers.get(statement.speakerId ?? ''), issue: issues.get(statement.issueId ?? ''),
      reportedBy: speakers.get(statement.reportedById ?? '')?.name ?? '',
    })
  }
  for (const article of articles) article.statements = article.highlights.flatMap((each) => each.statements)
  const statements = articles.flatMap((article) => article.statements)
  statements.forEach((each, index) => { each.number = index + 1 })
  const named = new Set<unknown>(statements.flatMap((each) => [each.issue, each.speaker]))
  return {
    articles,
    statements,
    issues: contents.issues.filter((issue) => named.has(issue)).sort((a, b) => a.position - b.position),
    speakers: contents.speakers.filter((speaker) => named.has(speaker)),
  }
}

interface ArticleParts {
  highlights: Map<string, Highlight[]>
  notes: Map<string, LibraryContents['notes'][number]>
  /** Their names. */
  tags: Map<string, string>
}

function arrangeArticle(article: Article, { notes, tags, ...parts }: ArticleParts): ArrangedArticle {
  const current = article.revisions.find((revision) => revision.number === article.revision)
  const highlights = (parts.highlights.get(article.id) ?? []).map((highlight): ArrangedHighlight => {
    const place = current ? placeIn(highlight, { revision: article.revision, text: current.text }) : null
    const ranges = place ?? highlight.ranges
    const text = place ? current!.text : article.revisions.find((revision) => revision.number === highlight.revision)?.text ?? ''
    const note = notes.get(`highlight ${highlight.id}`)
    return {
      highlight, ranges, quote: quoteOf(ranges), paragraph: paragraphNumber(text, ranges[0]!.start), text,
      earlierRevision: place || highlight.revision === article.revision ? undefined : highlight.revision, caveat: caveatOf(highlight, article.revision),
      note: note ? blocksOfNote(note.document) : [], noteText: note?.text ?? '',
      tags: highlight.tagIds.flatMap((id) => tags.get(id) ?? []), statements: [],
    }
  })
  const articleNote = notes.get(`article ${article.id}`)
  return {
    article, blocks: current ? fromLexical(current.body) : [], text: current?.text ?? '', note: articleNote ? blocksOfNote(articleNote.document) : [],
    highlights: highlights.sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start || a.ranges[0]!.end - b.ranges[0]!.end), statements: [],
  }
}

export function blocksOfNote(document: Parameters<typeof fromLexical>[0]): Block[] {
  const blocks = fromLexical(document)
  return blocks.some((block) => block.type === 'rule' || block.type === 'image' || blockText(block).trim()) ? blocks : []
}

/** An article's statements by issue, in the issues' order; those without an issue come last, under undefined. */
export function byIssue(article: ArrangedArticle, library: ArrangedLibrary): { issue: ExportedIssue | undefined; statements: ArrangedStatement[] }[] {
  return [...library.issues, undefined]
    .map((issue) => ({ issue, statements: article.statements.filter((each) => each.issue === issue) }))
    .filter(({ statements }) => statements.length > 0)
}

/** What each speaker says on each issue; undefined for nothing. */
export function positionsOf(library: ArrangedLibrary): (issue: ExportedIssue, speaker: ExportedSpeaker) => Position<NumberedMark> | undefined {
  const marks = library.articles.flatMap(({ article, statements }) => statements.map((one) => markOf(one, article)))
  const cells = Map.groupBy(marks, ({ issueId, speakerId }) => `${issueId} ${speakerId}`)
  return (issue, speaker) => {
    const statements = cells.get(`${issue.id} ${speaker.id}`)
    return statements && positionOf(issue.id, speaker.id, statements)
  }
}

type NumberedMark = StatementMark & { number: number }

function markOf({ number, statement }: ArrangedStatement, { id: articleId, title: articleTitle, publisher, published, guessed }: Article): NumberedMark {
  return { ...statement, number, date: statement.dateSaid ?? published, isDateSaid: statement.dateSaid !== null, articleId, articleTitle, publisher, guessed }
}

export const noSpeaker = 'No speaker yet'
export const noIssue = 'No issue yet'

export function stanceWord(stance: Stance | null): string {
  return stance ? stanceNames[stance] : 'No stance yet'
}

/** "Asserts", "Doubts (changed: unclear on 5 April 2017)", "Doubts (also asserts: Harbour Wire)", "Contradictory: denies, asserts". */
export function courseWords(course: Course): string {
  switch (course.kind) {
    case 'none': return stanceWord(null)
    case 'steady': return stanceNames[course.stance]
    case 'changed': return `${stanceNames[course.stance]} (changed: ${stanceNames[course.earlier].toLowerCase()} on ${writtenDate(course.earlierDate)})`
    case 'also': return `${stanceNames[course.stance]} (also ${stanceNames[course.other].toLowerCase()}: ${course.source})`
    case 'contradictory': return `Contradictory: ${stanceNames[course.stance].toLowerCase()}, ${stanceNames[course.other].toLowerCase()}`
  }
}

/** What is known of a statement beside who and on what: "Direct quote, said 26 April 2017, reported by TASS". */
export function factsOf({ statement, reportedBy, highlight }: ArrangedStatement): string[] {
  return [
    wordingName(statement),
    ...(statement.dateSaid ? [`said ${writtenDate(statement.dateSaid)}`] : []),
    ...(reportedBy ? [`reported by ${reportedBy}`] : []),
    ...placeOf(highlight),
  ]
}

export function placeOf(highlight: ArrangedHighlight): string[] {
  return [`¶ ${highlight.paragraph}`, ...(highlight.caveat ? [highlight.caveat] : [])]
}

/** What is known of an article beside its title, and which of it is a guess. */
export function sourceLine(article: Article): string[] {
  return [article.byline, article.publisher, writtenDate(article.published), guessedWords(article.guessed, ['title', 'byline', 'publisher', 'published', 'address'])].filter(Boolean)
}

/** A partial date in words: "26 April 2017", "April 2017", "2017". */
export function writtenDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  if (!year || !month) return date
  return (day ? wholeDate : monthAndYear).format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
}

// Made once: making one takes longer than all the rest that a statement needs.
const monthAndYear = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long' })
const wholeDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })
