/** Dates as they are written in many ways, read into a partial date: 2017, 2017-04 or 2017-04-26. */

/** English, German, French, Spanish, Italian, Portuguese and Dutch, by how each month begins. */
const monthStarts = [
  'jan|gen|ene', 'feb|fév|fev', 'mar(?!dı)|mär|maa|mrt', 'apr|avr|abr', 'may|mai|mag|mei', 'jun|juin|giu', 'jul|juil|lug',
  'aug|août|aout|ago', 'sep|set', 'oct|okt|ott|out', 'nov', 'dec|dez|déc|dic',
].map((starts) => new RegExp(`^(?:${starts})`, 'i'))

const word = '([\\p{L}]{3,10})\\.?'
const year = '((?:1[6-9]|20)\\d\\d)'
const patterns: [RegExp, (parts: string[]) => string | undefined][] = [
  [/(?<!\d)((?:1[6-9]|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)/u, ([y, m, d]) => dateOf(y, m, d)],
  [/((?:1[6-9]|20)\d\d)\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/u, ([y, m, d]) => dateOf(y, m, d)],
  [new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?${word}\\s*,?\\s+(?:de\\s+|del\\s+)?${year}(?!\\d)`, 'iu'), ([d, m, y]) => dateOf(y, monthOf(m), d)],
  [new RegExp(`(?<!\\p{L})${word}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+${year}(?!\\d)`, 'iu'), ([m, d, y]) => dateOf(y, monthOf(m), d)],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:1[6-9]|20)\d\d)(?!\d)/u, ([d, m, y]) => dateOf(y, m, d)],
  [/(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:1[6-9]|20)\d\d)(?!\d)/u, ([a, b, y]) => eitherOrder(a, b, y)],
  [/(?<!\d)((?:1[6-9]|20)\d\d)-(\d\d)(?![\d-])/u, ([y, m]) => dateOf(y, m)],
  [new RegExp(`(?<!\\p{L})${word}\\s*,?\\s+(?:de\\s+)?${year}(?!\\d)`, 'iu'), ([m, y]) => dateOf(y, monthOf(m))],
]

/** The first date in the text and the words that say it. */
export function findDate(text: string): { date: string; written: string } | undefined {
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(text)
    const date = match ? read(match.slice(1)) : undefined
    if (match && date) return { date, written: match[0] }
  }
  return undefined
}

/** The date that a field for dates holds: there, a year alone is one too. */
export function readDate(text: string): string {
  return findDate(text)?.date ?? /^\s*((?:1[6-9]|20)\d\d)\s*$/.exec(text)?.[1] ?? ''
}

function monthOf(name: string | undefined): string | undefined {
  const index = monthStarts.findIndex((starts) => starts.test(name ?? ''))
  return index < 0 ? undefined : String(index + 1)
}

/** 4/5/2017 is April in one country and May in another: only its year is sure. */
function eitherOrder(first: string | undefined, second: string | undefined, year: string | undefined): string | undefined {
  if (Number(first) > 12) return dateOf(year, second, first)
  if (Number(second) > 12) return dateOf(year, first, second)
  return first === second ? dateOf(year, first, second) : year
}

function dateOf(year: string | undefined, month: string | undefined, day?: string): string | undefined {
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return undefined
  const yearAndMonth = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return yearAndMonth
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= days ? `${yearAndMonth}-${day.padStart(2, '0')}` : undefined
}
