/**
 * Negations and modals that no list of whole words tells: where words are not parted by spaces, where they are endings of
 * verbs, where a prefix joins them. `plain` is what only looks like one.
 */
export interface TellingPatterns {
  /** Groups `plain`, `modal`, `negation`. */
  pattern: RegExp
  /** Words stand without spaces, so each match is a word of its own. */
  isSpaceless: boolean
}

interface Signs { plain?: string; modal: string; negation: string }

const patterns = ({ plain = '(?!)', modal, negation }: Signs, isSpaceless = false): TellingPatterns => (
  { pattern: new RegExp(`(?<plain>${plain})|(?<modal>${modal})|(?<negation>${negation})`, 'gu'), isSpaceless })

const byLanguage: Record<string, TellingPatterns> = {
  zh: patterns({
    plain: '非常|未来|未來|不过|不過|不仅|不僅|不但|不断|不斷|不同|不久|不少|无论|無論|非洲|社会|社會|议会|議會|会[议見见谈員员]|會[議見談員]|机会|機會|委[员員][会會]|工会|工會|协会|協會|将军|將軍|能源|功能|智能|得到|取得|获得|獲得',
    negation: '[不没沒未](?:可能|有|会|會|能|应[该當当]?|應[該當]?|可|必|曾|得|是)?|[无無]法?|[从從]未|并非|並非|绝非|絕非|[非勿莫]',
    modal: '可能|也许|也許|或许|或許|大概|恐怕|必须|必須|必需|必定|一定|应该|應該|应当|應當|理应|理應|可以|能够|能夠|据称|據稱|据说|據說|似乎|好像|看来|看來|涉嫌|[应應须須可能会會将將或]',
  }, true),
  ja: patterns({
    plain: 'なくとも|少なく|まもなく|もちろん|みんな',
    modal: 'かもしれ(?:ない|ません|なかった)|なければなら(?:ない|ません)|可能性|必要|べき|はず|だろう|でしょう|らしい|ようだ|おそらく|恐らく|たぶん|とされる|とみられる|できる|でき',
    negation: 'ません(?:でした)?|なかっ|なけれ|ない|なく|ず(?=に|、|。|$)|ぬ|ではな|じゃな|決して|[無不非未](?=\\p{Script=Han})',
  }, true),
  th: patterns({
    plain: 'อย่าง|ถูกต้อง|ต้องการ|คงที่',
    modal: 'อาจจะ|อาจ|จำเป็นต้อง|ต้อง|ควรจะ|ควร|น่าจะ|คงจะ|คง|สามารถ|จะ|เชื่อว่า|คาดว่า|เป็นไปได้',
    negation: 'ไม่(?:ได้|เคย|มี|ใช่)?|มิ(?:ได้|ใช่)?|อย่า|ปราศจาก|ไร้',
  }, true),
  ko: patterns({
    plain: '^(?:분|여|시|광|평|심)야$|[거이]야$',
    modal: '^(?:아마도?|혹시|반드시|가능성\\p{L}*|수도?|것으로|듯\\p{L}*|모르\\p{L}*|모른다|분명히?)$|\\p{Script=Hangul}야(?:만)?$|지도$',
    negation: '^안$|^못|않|없|아니|^절대로?$|^결코$',
  }),
  tr: patterns({
    plain: '^(?:normali|ihmali|imali|işgali|ihtimali|temeli|ameli|kemali)$',
    modal: '^(?:belki|muhtemelen|mutlaka|herhalde|galiba|sözde|iddiaya|gerek\\p{L}*|zorunda\\p{L}*|mümkün\\p{L}*|olası\\p{L}*|lazım\\p{L}*|şart)$|[ae]bil(?:ir|ecek|di|iyor|mek|miş|eceğ)|m[ae]l[ıi](?:$|y|d[ıi]r|s[ıi]n)',
    negation: '^(?:değil\\p{L}*|yok\\p{L}*|hiç\\p{L}*|asla|imkansız\\p{L}*|imkânsız\\p{L}*)$|m[ae](?:d[ıi]|m[ıi]ş|z|y[ae]ca|y[ae]ce|y[ae]n)|m[ıiuü]yor',
  }),
  he: patterns({
    modal: '^[ושהכ]{0,2}(?:יכול|יכולה|יכולים|יכולות|אפשר|ייתכן|יתכן|אולי|חייב|חייבת|חייבים|חייבות|צריך|צריכה|צריכים|עלול|עלולה|עלולים|עשוי|עשויה|עשויים|מוכרח|כנראה|לכאורה|אמור|אמורה|אמורים|רשאי|רשאים|בטוח|ודאי)$',
    negation: '^[ושהכ]{0,2}(?:לא|אין|אינו|אינה|אינם|אינן|איני|איננו|מעולם|לעולם|בלי|ללא|אל|בלתי|איש)$',
  }),
}

export function tellingPatterns(language: string): TellingPatterns | undefined {
  return byLanguage[language]
}

export interface Sign { text: string; start: number; kind: 'modal' | 'negation' | null }

/** The parts of a word that tell something, in order; `kind` is null for one that only looks like it. */
export function signsIn(word: string, { pattern }: TellingPatterns): Sign[] {
  return [...word.matchAll(pattern)].map(({ 0: text, index, groups }) => ({ text, start: index, kind: groups!['negation'] ? 'negation' : groups!['modal'] ? 'modal' : null }))
}
