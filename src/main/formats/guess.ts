/** What the lines above an article, and the article itself, say about it. All of it is a guess that a person can mend. */
import { detectAll } from 'tinyld'
import type { ArticleDetails } from '../../shared/article.ts'
import { oneLine } from '../../shared/clean-text.ts'
import { sentencesIn } from '../../shared/sentences.ts'
import { findDate, readDate } from './guess-date.ts'
import { webAddress } from './safe-link.ts'

export type FoundDetails = Partial<ArticleDetails>

const name = "[\\p{Lu}][\\p{L}'’.-]*"
const names = `${name}(?:\\s+(?:(?:de|del|da|di|van|von|der|den|la|le|al|bin|el)\\s+)*${name}){0,4}`
const people = `${names}(?:(?:\\s*,\\s*|\\s+(?:and|und|et|y|e|en|&)\\s+)${names})*`
const bylineWithBy = new RegExp(`^(?:by|von|par|por|words by|written by|story by)\\s*:?\\s+(${people}(?:\\s+in\\s+${names})?(?:,\\s*${names})?)$`, 'iu')
const upperStart = /^\p{Lu}/u
const personInPlace = new RegExp(`^(${names.replace('{0,4}', '{1,3}')}(?:\\s+and\\s+${names})?\\s+in\\s+${names}(?:,\\s*${names})?)$`, 'u')
const bareName = new RegExp(`^${names.replace('{0,4}', '{1,3}')}$`, 'u')
const titleCase = /^(?:(?:\p{Lu}\S*|of|and|the|for|in|de|du|la)\s*){1,6}$/u
const labelled = /^(title|headline|author|authors|by|byline|date|published|posted|source|publisher|publication|url|link|address)\s*:\s*(\S.*)$/i
const dateWords = /\b(?:published|posted|updated|last updated|first published|date|on|at|mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b|\b\d{1,2}[:.]\d\d(?::\d\d)?\b|\b(?:am|pm|a\.m\.|p\.m\.|gmt|utc|bst|est|edt|cet|cest|pst|pdt)\b/gi

/** How a line above the text reads, or undefined when it is not such a line. */
export function readHeaderLine(source: string): FoundDetails | undefined {
  const line = oneLine(source).replace(/^[*_]+|[*_]+$/g, '')
  if (!line || line.length > 160) return undefined
  const label = labelled.exec(line)
  if (label) return readField(label[1]!, label[2]!)
  const address = /^https?:\/\/\S+$/i.test(line) ? webAddress(line) : undefined
  if (address) return { address }
  const parts = line.split(/\s+[|·•—–-]\s+|\s*[|·•]\s*/).filter(Boolean)
  const found: FoundDetails = {}
  const rest = parts.filter((part) => !takePart(part, found))
  if (Object.keys(found).length === 0 || rest.length > 1) return undefined
  return takeRest(rest[0], found) ? found : undefined
}

/** What a named field ("Author: …", front matter) holds. */
export function readField(field: string, value: string): FoundDetails | undefined {
  switch (field.toLowerCase()) {
    case 'title': case 'headline': return { title: oneLine(value) }
    case 'author': case 'authors': case 'by': case 'byline': return { byline: withoutBy(value) }
    case 'date': case 'published': case 'posted': return readDate(value) ? { published: readDate(value) } : undefined
    case 'source': case 'publisher': case 'publication': return webAddress(value) ? { address: webAddress(value)! } : { publisher: oneLine(value) }
    case 'url': case 'link': case 'address': return webAddress(value) ? { address: webAddress(value)! } : undefined
    case 'lang': case 'language': return languageTag(value) ? { language: languageTag(value) } : undefined
    default: return undefined
  }
}

export function withoutBy(byline: string): string {
  return oneLine(byline).replace(/^(?:words |written |story )?by\s*:?\s+/i, '')
}

function takePart(part: string, found: FoundDetails): boolean {
  const by = bylineWithBy.exec(part)?.[1] ?? personInPlace.exec(part)?.[1]
  if (by && upperStart.test(by) && !found.byline) {
    found.byline = by
    return true
  }
  const date = findDate(part)
  if (!date || found.published) return false
  const around = part.replace(date.written, ' ').replace(dateWords, ' ').replace(/T?\d\d:\d\d\S*/, ' ').replace(/[\s,.:;()|/-]+/g, ' ').trim()
  if (!around) found.published = date.date
  return !around || (around.length <= 60 && takeNameAndDate(part, date, found))
}

/** "The Harbour Gazette, 12 March 2024" or "By Elena Marsh, 12 March 2024". */
function takeNameAndDate(part: string, date: { date: string; written: string }, found: FoundDetails): boolean {
  const before = part.slice(0, part.indexOf(date.written)).replace(dateWords, ' ').replace(/[\s,.:;(]+$/, '').trim()
  const by = bylineWithBy.exec(before)?.[1]
  if (!by && !titleCase.test(before)) return false
  found.published = date.date
  if (by) found.byline = by
  else found.publisher = before
  return true
}

/** One part that is neither name nor date, beside one that is, is who published it (or who wrote it, if that lacks). */
function takeRest(rest: string | undefined, found: FoundDetails): boolean {
  if (!rest) return true
  if (!upperStart.test(rest) || rest.length > 60 || /[.!?]$/.test(rest)) return false
  if (!found.byline && !found.publisher && bareName.test(rest) && !/^The\s/.test(rest)) found.byline = rest
  else if (!found.publisher) found.publisher = rest
  else return false
  return true
}

/** A line that could be a writer's name, if a header line beside it agrees. */
export function isBareName(line: string): boolean {
  return bareName.test(oneLine(line))
}

/** "PARIS, April 26 (Reuters) - …": the agency that a text begins with. */
export function guessAgency(text: string): string {
  return /^[\p{Lu}][\p{L} ,./'’-]{1,40}(?:,?\s+\w+\.? \d{1,2})?\s*\(([\p{Lu}][\p{L} ]{1,30})\)\s*[-–—]/u.exec(text)?.[1] ?? ''
}

/** A BCP 47 tag in its usual letters, or '' when it is not one. */
export function languageTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replace('_', '-'))[0] ?? ''
  } catch {
    return ''
  }
}

/** From this confidence on, of 1, and this many times that of the next, a guess is worth telling. */
const LIKELY = 0.2
const CLEARLY = 2
/** So many words that are not names make a text of a script that has capitals. */
const FEW_WORDS = 5

/** The language of the text, told from its first 4,000 characters; '' when there is too little to tell: a table, names, a single short sentence. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 4000)
  const hasCapitals = (sample.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0) * 2 > (sample.match(/\p{L}/gu)?.length ?? 0)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < 12) return ''
  if (hasCapitals && (sample.match(/(?<![\p{L}\p{N}_.-])\p{Ll}+(?![\p{L}\p{N}_-])/gu)?.length ?? 0) < FEW_WORDS) return ''
  const [first, second] = detectAll(sample)
  const clear = first !== undefined && first.accuracy >= LIKELY && first.accuracy >= CLEARLY * (second?.accuracy ?? 0)
  return clear && /^[a-z]{2}$/.test(first.lang) ? languageTag(first.lang) : ''
}

/** The longest title that is taken from a text, in UTF-16 code units. */
export const LONGEST_TITLE = 200

/**
 * What a text without a title line is called: its first sentence, or as much of it as a title may be long, cut at a word. The words
 * stay in the text too: nothing tells a headline with a full stop from a first sentence, and only what is in the text can be marked.
 */
export function titleFromText(paragraph: string, language: string): string {
  const whole = oneLine(paragraph)
  const line = whole.slice(0, sentencesIn(whole.slice(0, 2 * LONGEST_TITLE), language)[0]?.end)
  if (line.length <= LONGEST_TITLE) return line.replace(/[.,;:]$/, '')
  const cut = line.slice(0, LONGEST_TITLE)
  const atWord = /^(.{20,})\s\S*$/u.exec(cut)?.[1] ?? cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${atWord.replace(/[\s,;:.–—-]+$/, '')}…`
}

/** A file's name without folders and ending. */
export function titleFromFileName(fileName: string): string {
  return oneLine((fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,9}$/, '').replace(/_+/g, ' '))
}
