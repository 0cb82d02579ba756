/** What a file without identifiers quotes, against the library: the words, and that who said them and where stands beside. */
import { quoteOf } from '../../shared/anchor/selectors.ts'
import type { LibraryContents } from '../../shared/export.ts'
import type { Difference, Verification } from '../../shared/verify.ts'
import { shown } from './check-texts.ts'
import type { Passage, ReadFile } from './read-passages.ts'
import { createStanding } from './standing.ts'

/** Documents fold white space, so it is not compared. */
const folded = (words: string): string => words.replace(/\s+/g, ' ').trim()

interface Known { exact: string; articleId: string; revision: number; id: string; sources: string[]; speakers: string[] }

/** `cells`: of a matrix that is written as text. */
export function verifyPassages({ passages: read, cells }: ReadFile, contents: LibraryContents): Verification {
  const known = knownQuotes(contents)
  const quotes = [...known].flatMap(([quote, of]) => [quote, ...of.map(({ exact }) => exact)])
  const passages = [...read, ...cells.flatMap((cell) => passagesInCell(cell, quotes))]
  const differences = passages.flatMap(({ quote, near, inCell }, index): Difference[] => {
    const candidates = known.get(folded(quote)) ?? []
    const [first] = candidates
    if (!first) return [{ kind: 'quote', id: `quote ${index + 1}`, articleId: '', revision: 0, sentence: `The file quotes ${shown(quote)}, which is no highlight of the library.` }]
    const difference = (kind: Difference['kind'], sentence: string): Difference => ({ kind, id: first.id, articleId: first.articleId, revision: first.revision, sentence })
    const words = folded(near)
    const ofSource = candidates.filter(({ sources }) => sources.some((source) => words.includes(folded(source))))
    if (ofSource.length === 0) return [difference('source', `The file does not give the source of ${shown(quote)} as the library does: ${first.sources.join(', ')}.`)]
    const isNamed = inCell || ofSource.some(({ speakers }) => speakers.length === 0 || speakers.some((speaker) => words.includes(folded(speaker))))
    return isNamed ? [] : [difference('speaker', `The file does not name who says ${shown(quote)} as the library does: ${ofSource[0]!.speakers.join(', ')}.`)]
  })
  return { revisions: 0, highlights: new Set(passages.map(({ quote }) => folded(quote))).size, ranges: passages.length, differences }
}

/** A cell of a matrix that is written as text: below the stance, each quote with its source in brackets behind it. */
function passagesInCell(cell: string, quotes: string[]): Passage[] {
  const passages: Passage[] = []
  let rest = cell.slice(cell.indexOf('\n') + 1 || cell.length)
  while (/\(.*¶\s?\d+/.test(rest)) {
    const known = quotes.filter((one) => rest.startsWith(`${one} (`)).sort((one, other) => other.length - one.length)[0]
    const line = rest.slice(known?.length ?? 0).split('\n', 1)[0]!
    passages.push({ quote: known ?? line, near: line, inCell: true })
    rest = rest.slice((known?.length ?? 0) + line.length + 1)
  }
  return passages
}

function knownQuotes(contents: LibraryContents): Map<string, Known[]> {
  const standing = createStanding(contents)
  const articles = new Map(contents.articles.map((article) => [article.id, article]))
  const names = new Map(contents.speakers.map(({ id, name }) => [id, name]))
  const said = Map.groupBy(contents.statements, ({ highlightId }) => highlightId)
  return Map.groupBy(contents.highlights.map((highlight) => {
    const { title = '', publisher = '' } = articles.get(highlight.articleId) ?? {}
    const { revision, ranges } = standing.of(highlight)
    const speakers = (said.get(highlight.id) ?? []).flatMap(({ speakerId }) => (speakerId ? [names.get(speakerId)!] : []))
    return { exact: quoteOf(ranges), id: highlight.id, articleId: highlight.articleId, revision, sources: [title, publisher].filter(Boolean), speakers }
  }), ({ exact }) => folded(exact))
}
