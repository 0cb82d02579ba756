/** Names of months, days of the week, countries and cities, as the platform's own lists (Unicode CLDR) have them. In plain words, see `plainWord`. */
import { plainWord } from './telling-kind.ts'

const languages = ['en', 'fr', 'de', 'ru', 'ar']
/** Arabic names its months in one way along the Nile and in another in the Levant. */
const locales: Record<string, string[]> = { en: ['en'], fr: ['fr'], de: ['de'], ru: ['ru'], ar: ['ar-EG', 'ar-SY'] }

/** Every form of a month's name, with the full one in the nominative. */
export const monthNames = oncePerLanguage((language): [string, string][] => locales[language]!.flatMap((locale) => [...Array(12).keys()].flatMap((month) => {
  const day = Date.UTC(2017, month, 15)
  const full = plainWord(new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(day))
  const within = partOf(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }), day)
  const short = partOf(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }), day)
  // A month of two words is told by neither; in French "sept" is a number first.
  return [full, within, short, ...(language === 'en' && month === 8 ? ['sept'] : [])].filter((name) => name.length > 2 && !name.includes(' ') && !(language === 'fr' && name === 'sept')).map((name): [string, string] => [name, full])
})))

export const weekdayNames = oncePerLanguage((language): [string, string][] => [...Array(7).keys()].flatMap((day) => {
  const full = plainWord(new Intl.DateTimeFormat(locales[language]![0], { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2017, 0, 1 + day)))
  // Russian says on which day in the accusative.
  return [[full, full], [full.replace(/а$/, 'у'), full]]
}))

/** Names of one word. */
export const countryNames = oncePerLanguage((language): [string, string][] => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.flatMap((second): [string, string][] => {
    const name = plainWord(names.of(first + second) ?? '')
    return name && !/\s/.test(name) ? [[name, name]] : []
  }))
})

/** Cities of one word that a time zone is named after, in English. */
export function cityNames(): Set<string> {
  cities ??= new Set(Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/').at(-1)!.toLowerCase()).filter((name) => !name.includes('_')))
  return cities
}
let cities: Set<string> | undefined

function partOf(format: Intl.DateTimeFormat, day: number): string {
  return plainWord(format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '')
}

/** Of all five where the language is not known or is another. */
function oncePerLanguage(list: (language: string) => [string, string][]): (language: string | undefined) => Map<string, string> {
  const known = new Map<string, Map<string, string>>()
  return (language) => {
    const own = language?.toLowerCase().split('-')[0] ?? ''
    const wanted = languages.includes(own) ? own : ''
    if (!known.has(wanted)) known.set(wanted, new Map((wanted ? [wanted] : languages).flatMap(list)))
    return known.get(wanted)!
  }
}
