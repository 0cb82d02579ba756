/**
 * Sentences of a text, as spans in UTF-16 code units. Borders are those of Unicode UAX #29 (Intl.Segmenter),
 * without the ones that only an abbreviation, an initial, a number or a quotation made.
 */
import type { Span } from './anchor/selectors.ts'

interface Rules {
  /** A name or more of the same phrase follows: never the end of a sentence. */
  before: Set<string>
  /** Not the end if a number follows. */
  beforeNumber: Set<string>
  /** Words that follow an acronym or an initial only at the start of a sentence. */
  starters: Set<string>
  /** Words that an ordinal written with a full stop belongs to. */
  afterOrdinal: Set<string>
}

const words = (list: string): Set<string> => new Set(list.split(' ').filter(Boolean))
const rules = (before: string, beforeNumber = '', starters = '', afterOrdinal = ''): Rules => ({
  before: words(before), beforeNumber: words(beforeNumber), starters: words(starters), afterOrdinal: words(afterOrdinal),
})

const languages: Record<string, Rules> = {
  en: rules('dr mr mrs ms messrs prof gen col lt sgt capt cmdr maj adm gov sen rep rev hon st mt ft vs e.g i.e cf viz',
    'no nos p pp vol ch fig art sec par jan feb mar apr jun jul aug sep sept oct nov dec',
    'the this that these those it he she we they i you but and in on at as if when there his her its their our a an what who why how no yes'),
  fr: rules('m mm mme mlle me dr pr mgr st ste cf p.ex c.-à-d', 'n no p pp vol art chap fig',
    'le la les l’ un une des ce cette ces il elle ils elles nous vous on je mais et dans en au aux'),
  de: rules('dr hr fr prof dipl ing st z.b z d.h d u.a u bzw vgl sog ca evtl ggf inkl', 'nr s abs art bd kap abb',
    'der die das ein eine er sie es wir ihr ich aber und in im am dies diese dieser',
    'januar februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts tag kapitel mal'),
  es: rules('sr sra srta sres dr dra d dña prof gral ud uds lic ing sta sto ee p.ej', 'n núm p pp pág págs art vol cap fig',
    'el la los las un una unos unas él ella ellos esto esta este pero y en no se'),
  ru: rules('т е т.е г им ул пр пл св акад проф ген см ср напр гр тов', 'с стр п пп рис табл ст гл',
    'он она оно они мы вы я это этот эта но и в на не как'),
  ar: rules('د أ م ص ق ه', 'ص ج'),
}

/** The sentences of one paragraph, in order, without the white space between them. */
export function sentencesIn(paragraph: string, language: string): Span[] {
  const own = languages[language.split('-')[0]!.toLowerCase()] ?? languages.en!
  const joined: Span[] = []
  for (const { index, segment } of segmenterOf(language).segment(paragraph)) {
    const last = joined.at(-1)
    if (last && joins(paragraph.slice(Math.max(last.start, index - 60), index), paragraph.slice(index, index + 60), own)) last.end = index + segment.length
    else joined.push({ start: index, end: index + segment.length })
  }
  return joined.flatMap(({ start, end }) => {
    const whole = paragraph.slice(start, end)
    const from = start + whole.length - whole.trimStart().length
    const to = start + whole.trimEnd().length
    return from < to ? [{ start: from, end: to }] : []
  })
}

/** The sentence that holds the offset, or the next one of its paragraph ('\n' ends one). Only that paragraph is segmented. */
export function sentenceAt(text: string, offset: number, language: string): Span | null {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0
  const next = text.indexOf('\n', offset)
  const sentences = sentencesIn(text.slice(start, next < 0 ? text.length : next), language)
  const found = sentences.find((one) => start + one.end > offset) ?? sentences.at(-1)
  return found ? { start: start + found.start, end: start + found.end } : null
}

const segmenters = new Map<string, Intl.Segmenter>()

/** A language that the article names wrongly is read as English. */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  let made: Intl.Segmenter
  try { made = new Intl.Segmenter(language, { granularity: 'sentence' }) } catch { made = new Intl.Segmenter('en', { granularity: 'sentence' }) }
  segmenters.set(language, made)
  return made
}

function joins(before: string, after: string, own: Rules): boolean {
  if (/[\n\r\u2028\u2029]\s*$/.test(before)) return false
  // A small letter goes on with the sentence: “Is it?” he asked.
  if (/^[\s"'“”‘’«»(–—-]*\p{Ll}/u.test(after)) return true
  const token = /([\p{L}\p{M}\p{N}.’'°º-]+)\.\s*$/u.exec(before)?.[1]
  if (!token) return false
  const word = token.toLowerCase()
  const next = /^[\s"'“‘«(]*([\p{L}\p{M}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? ''
  const number = /^\s*(?:\p{N}|[IVXLC]+\b)/u.test(after)
  // After a number it is a unit or an era, which may end a sentence: 2017 г. | Он.
  const unit = /\p{N}\s*(?:г|ft|m|م|ه)\.\s*$/u.test(before)
  if (own.before.has(word)) return !unit
  if (number && own.beforeNumber.has(word.replace(/[°º]$/, ''))) return true
  if (/^\d{1,2}$/.test(word) && own.afterOrdinal.has(next)) return true
  const initials = /^(?:\p{Lu}\p{M}*)(?:[.-]\p{Lu}\p{M}*)*$/u.test(token)
  return initials && next !== '' && !own.starters.has(next)
}
