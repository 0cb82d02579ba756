/**
 * Whether a library's file agrees with itself. What has one right answer – the words around a quote – is mended and told; what
 * could be wrong in more ways than one – a text that is not its body's – is refused, with where it is.
 */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { describeRange, joinSpans, wholeGraphemes, type TextRange } from '../../shared/anchor/selectors.ts'
import { fromLexical, plainText } from '../../shared/body.ts'
import type { LibraryContents } from '../../shared/export.ts'

type Article = LibraryContents['articles'][number]
type Highlight = LibraryContents['highlights'][number]

/** What is wrong, as it stands in brackets behind "This Counterpoint file is damaged". */
export class Disagreement extends Error {
  override name = 'Disagreement'
}

const mendings = {
  context: ['highlight kept other words around it than its text has: those of the text were taken', 'highlights kept other words around them than their texts have: those of the texts were taken'],
  cut: ['highlight cut a character in two: it was widened to whole characters', 'highlights cut a character in two: they were widened to whole characters'],
  order: ['highlight had parts that overlapped or were out of order: they were put in order', 'highlights had parts that overlapped or were out of order: they were put in order'],
  candidates: ['waiting highlight was offered places that its article does not have: they were left out', 'waiting highlights were offered places that their articles do not have: they were left out'],
  note: ['note’s plain text was not that of the note: it was written again', 'notes’ plain texts were not those of the notes: they were written again'],
  subject: ['note was about something that is not in the file: it was left out', 'notes were about things that are not in the file: they were left out'],
  look: ['“looked, none found” named something that is not in the file: it was left out', '“looked, none found” named something that is not in the file: they were left out'],
  name: ['name stood twice: the second one got a number', 'names stood twice: the second ones got numbers'],
} as const
export type Mending = keyof typeof mendings
export type Mended = ReturnType<typeof createMended>

export function createMended() {
  const counts = new Map<Mending, number>()
  return {
    add(kind: Mending): void { counts.set(kind, (counts.get(kind) ?? 0) + 1) },
    /** "3 highlights cut a character in two: …", without a full stop. */
    sentences: (): string[] => (Object.keys(mendings) as Mending[]).flatMap((kind) => {
      const count = counts.get(kind) ?? 0
      return count === 0 ? [] : [`${count} ${mendings[kind][count === 1 ? 0 : 1]}`]
    }),
  }
}

/** Its texts are what its bodies say and what was exported. */
export function checkArticle({ title, revision, revisions }: Article): void {
  const numbers = revisions.map(({ number }) => number)
  if (new Set(numbers).size < numbers.length) throw new Disagreement(`“${title}” has the same revision twice`)
  if (!numbers.includes(revision)) throw new Disagreement(`“${title}” lacks its text, revision ${revision}`)
  if (Math.max(...numbers) > revision) throw new Disagreement(`“${title}” has a revision after its present one, ${revision}`)
  for (const { number, text, body, sha256 } of revisions) {
    if (canonicalText(fromLexical(body)) !== text) throw new Disagreement(`the text of “${title}”, revision ${number}, is not that of its body`)
    if (createHash('sha256').update(text).digest('hex') !== sha256) throw new Disagreement(`the text of “${title}”, revision ${number}, is not the one that was exported: its SHA-256 differs`)
  }
}

/** What is known of a highlight's article. `text`: of a revision; undefined when there is none. */
export interface ArticleTexts { title: string; revision: number; text(revision: number): string | undefined }

export function agreeingHighlight(highlight: Highlight, article: ArticleTexts, mended: Mended): Highlight {
  const text = article.text(highlight.revision)
  if (text === undefined) throw new Disagreement(`highlight ${highlight.id} belongs to a text of “${article.title}” that is not there, revision ${highlight.revision}`)
  const wrong = highlight.ranges.find((range) => !holds(text, range))
  if (wrong) throw new Disagreement(`highlight ${highlight.id} says “${wrong.exact.slice(0, 40).toWellFormed()}”, which is not what “${article.title}”, revision ${highlight.revision}, has there`)
  const ranges = agreeingRanges(text, highlight.ranges, mended)
  const present = article.text(article.revision)!
  const candidates = highlight.candidates.filter((candidate) => fits(present, candidate))
    .map((candidate) => candidate.map((range) => describeRange(present, range)))
  const isMissing = candidates.length < highlight.candidates.length
  // Its place is the first of them: without one it has none.
  const state = highlight.state === 'said-by-another' && highlight.waiting && candidates.length === 0 ? 'lost' : highlight.state
  if (isMissing || state !== highlight.state) mended.add('candidates')
  return { ...highlight, ranges, candidates, state }
}

/** Each is, character for character, what the text holds. */
function holds(text: string, { start, end, exact }: TextRange): boolean {
  return start < end && end <= text.length && text.slice(start, end) === exact
}

/** A place that can be taken as it is. */
function fits(text: string, ranges: TextRange[]): boolean {
  return ranges.length > 0 && isInOrder(ranges) && ranges.every((range) => holds(text, range) && isWhole(text, range))
}

function isWhole(text: string, range: TextRange): boolean {
  const { start, end } = wholeGraphemes(text, range)
  return start === range.start && end === range.end
}

function isInOrder(ranges: TextRange[]): boolean {
  return ranges.every(({ start }, at) => at === 0 || ranges[at - 1]!.end <= start)
}

function agreeingRanges(text: string, ranges: TextRange[], mended: Mended): TextRange[] {
  const areWhole = ranges.every((range) => isWhole(text, range))
  if (!areWhole) mended.add('cut')
  if (!isInOrder(ranges)) mended.add('order')
  const spans = areWhole && isInOrder(ranges) ? ranges : joinSpans(ranges.map((range) => wholeGraphemes(text, range)))
  const described = spans.map((span) => describeRange(text, span))
  if (spans === ranges && described.some(({ prefix, suffix }, at) => prefix !== ranges[at]!.prefix || suffix !== ranges[at]!.suffix)) mended.add('context')
  return described
}

export function agreeingNotes(notes: LibraryContents['notes'], mended: Mended): LibraryContents['notes'] {
  const subjects = new Set<string>()
  return notes.map((note) => {
    const subject = `${note.subject.type} ${note.subject.id}`
    if (subjects.has(subject)) throw new Disagreement(`two notes are about the same ${note.subject.type}, ${note.subject.id}`)
    subjects.add(subject)
    const text = plainText(note.document)
    if (text !== note.text) mended.add('note')
    return { ...note, text }
  })
}
