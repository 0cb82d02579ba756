/**
 * What tells of a negation, a modal or a subject where lists of whole words (telling-words.ts) do not: in languages without
 * such a list, with telling endings, or written without spaces. They name a change for the reader; nothing is decided by them.
 */
import type { Span } from './selectors.ts'

export interface TellingSigns {
  negations: RegExp
  modals: RegExp
  /** Who acts, where a particle tells it. */
  subjects?: RegExp
}

const word = (list: string): string => `(?<![\\p{L}\\p{M}\\p{N}_])(?:${list.split(' ').join('|')})(?![\\p{L}\\p{M}\\p{N}_])`
const signs = (negations: string, modals: string, subjects?: string): TellingSigns => (
  { negations: new RegExp(negations, 'giu'), modals: new RegExp(modals, 'giu'), ...(subjects ? { subjects: new RegExp(subjects, 'gu') } : {}) })
const spaced = (negations: string, modals: string): TellingSigns => signs(word(negations), word(modals))

/** Of scripts that no other language uses: they can't be mistaken where the language is not known. */
const ofOwnScript: Record<string, TellingSigns> = {
  he: spaced('[ושהכ]{0,2}לא [וש]?אין בלי ללא אל בלתי מעולם לעולם [וש]?אינו [וש]?אינה [וש]?אינם [וש]?אינן', 'יכול יכולה יכולים עלול עלולה עשוי עשויה חייב חייבת חייבים צריך צריכה אולי ייתכן כנראה לכאורה'),
  hi: signs(word('नहीं न मत ना बिना कभी'), word('सकता सकती सकते चाहिए शायद संभव संभवतः कथित होगा होगी पड़ेगा'), '[\\p{L}\\p{M}]+(?=\\s+ने(?![\\p{L}\\p{M}]))'),
  ko: signs('않|못|아니|없|안(?=\\s)', '수도?\\s?있|아마|듯|[해어아]야\\s?[하한할했]|가능|[을할]\\s?것', '[\\p{L}\\p{N}]+(?:께서|[은는이가])(?![\\p{L}\\p{N}])'),
  th: signs('ไม่|มิได้|ไร้|ปราศจาก|อย่า(?!ง)', 'อาจ|(?<!ถูก)ต้อง(?!การ)|ควร|สามารถ|น่าจะ|คงจะ|เป็นไปได้'),
  // Very, not only, but, the future, differences: no negations.
  zh: signs('(?:不(?![过過仅僅但断斷久少同]))|[没沒勿]|[無无](?![论論])|未(?![来來])|非(?![常洲])|(?<![特区區差分个個告级級性类類])[别別](?![人墅])', '[应應](?=[付支])|可能|可以|能[够夠]|[应應][该該当當]|必[须須]|需要|也[许許]|或[许許]|大概|恐怕|涉嫌|[据據][说說]'),
}
// "It may be" and "it must be" hold a negation that is none.
const japanese = signs('(?<!かもしれ|なければなら)(?:ない|なかっ|ませ)|なく(?!とも)|無い|ず(?=に|、|。|$)', 'かもしれ(?:ない|ません)?|なければなら(?:ない|ません)?|だろ|でしょ|べき|はず|可能性|らし|ようだ|おそれ|恐れ|必要|できる', '[\\p{Script=Han}\\p{Script=Katakana}ー]+(?:氏|さん|大臣)?(?=は|が|によると)')

const byLanguage: Record<string, TellingSigns> = {
  ...ofOwnScript,
  ja: japanese,
  en: spaced('impossible unable', 'possible able'),
  fr: spaced('impossible impossibles', 'possible possibles'),
  de: spaced('unmöglich', 'möglich'),
  ru: spaced('невозможно невозможен', 'возможен'),
  ar: spaced('مستحيل المستحيل', 'ممكن الممكن'),
  es: spaced('no ni nunca jamás nadie nada ningún ninguna ninguno sin tampoco imposible', 'debe deben debía debían debería deberían deberá puede pueden podía podían podría podrían podrá podrán quizá quizás posible posiblemente probablemente supuestamente presunto presunta parece parecen'),
  it: spaced('non né mai nessun nessuno nessuna niente nulla senza impossibile', 'deve devono doveva dovrebbe dovrebbero può possono poteva potrebbe potrebbero vuole forse possibile probabilmente presunto presunta sembra sembrano'),
  pt: spaced('não nem nunca jamais ninguém nada nenhum nenhuma sem impossível', 'deve devem devia deveria deveriam pode podem podia poderia poderiam poderá talvez possível provavelmente alegadamente suposto suposta parece parecem'),
  nl: spaced('niet geen nooit niemand niets noch zonder onmogelijk', 'kan kunnen kon konden moet moeten moest moesten mag mogen mocht zou zouden zal zullen wil willen misschien mogelijk waarschijnlijk vermoedelijk lijkt schijnt'),
  sv: spaced('inte aldrig ingen inget inga ej utan omöjligt', 'kan kunde måste ska skall skulle bör borde får vill kanske möjligt troligen sannolikt förmodligen verkar'),
  pl: spaced('nie nigdy nikt nic żaden żadna żadne bez ani niemożliwe', 'musi muszą musiał musiała musieli może mogą mógł mogła mogli mógłby mogłaby powinien powinna powinno powinni trzeba można należy możliwe chyba prawdopodobnie rzekomo podobno'),
  cs: spaced('ne nikdy nikdo nikoho nic žádný žádná žádné bez ani není nejsou nebyl nebyla nebylo nebyli nebude nebudou nemůže nemohou nesmí nemusí nemá nelze nemožné', 'musí musel musela museli může mohou mohl mohla mohli smí lze možná možné pravděpodobně údajně prý snad zřejmě'),
  uk: spaced('не ні ніколи ніхто ніщо нічого без немає неможливо', 'може можуть міг могла могли повинен повинна повинні мусить мусять треба можна слід можливо імовірно нібито мабуть'),
  tr: signs(`${word('değil yok hayır asla hiç hiçbir kimse')}|\\p{L}+(?:m[ae]d[ıi]|m[ıiuü]yor|m[ae]z|m[ae]y[ae]c|m[ae]m[ıi]ş)\\p{L}*`, `${word('belki muhtemelen sözde olası gerek')}|\\p{L}+(?:m[ae]l[ıi]|[ae]bil)\\p{L}*|gerek(?:iyor|ir|li)\\p{L}*`),
  fa: spaced('نه نیست نیستند نبود هرگز بدون هیچ نمی\\p{L}* نمی\u200c\\p{L}*', 'باید شاید ممکن احتمالا احتمالاً می\u200cتواند می\u200cتوانند'),
}

const together: TellingSigns = signs(...(['negations', 'modals'] as const).map((kind) => Object.values(ofOwnScript).map((one) => one[kind].source).join('|')) as [string, string])

/** `language` is a BCP 47 tag. */
export function tellingSigns(language: string | undefined): TellingSigns {
  return byLanguage[language?.toLowerCase().split('-')[0] ?? ''] ?? together
}

/** Every place of the pattern in UTF-16 code units. It may be one that is not global: compiling it anew would take longer. */
export function placesOf(pattern: RegExp, text: string): Span[] {
  if (pattern.global) return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
  const places: Span[] = []
  for (let from = 0; from < text.length;) {
    const found = pattern.exec(text.slice(from))
    if (!found) break
    places.push({ start: from + found.index, end: from + found.index + found[0].length })
    from = places.at(-1)!.end
  }
  return places
}
