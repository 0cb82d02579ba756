/**
 * Random texts of what speakers say, and the edits that could put words in another's mouth. Every sentence of an edited text
 * knows which one it was, so the truth comes from the edit and never from searching. FC_SEED takes another seed.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCarrier, type Carried } from './carry-over.ts'
import { describeRange } from './selectors.ts'

const seed = Number(process.env['FC_SEED'] ?? 20261124)
const numRuns = 150

interface Language { tag: string; space: string; speakers: string[]; said: string; denied: string; doubted: string; retold: string; plain: string; words: string[] }

const languages: Language[] = [
  {
    tag: 'en', space: ' ', speakers: ['The mayor', 'The treasurer', 'Ann Ruiz', 'Bob Lane'], words: 'the bridge will be paid by our county as was promised before winter'.split(' '),
    said: '{who} said that {what}.', denied: '{who} denied saying that {what}.', doubted: '{who} said that it is not so that {what}.', retold: 'A blogger had another story: {what}, according to himself.', plain: 'And {what}.',
  },
  {
    tag: 'de', space: ' ', speakers: ['Der Bürgermeister', 'Die Kämmerin', 'Anna Ruiz', 'Bernd Lang'], words: 'die Brücke wird vom Kreis bezahlt wie versprochen und vor dem Winter'.split(' '),
    said: '{who} sagte, {what}.', denied: '{who} bestritt, {what}.', doubted: '{who} sagte nicht, {what}.', retold: 'Ein Blogger meinte dagegen, {what}, wie er selbst schrieb.', plain: 'Und {what}.',
  },
  {
    tag: 'es', space: ' ', speakers: ['El alcalde', 'La tesorera', 'Ana Ruiz', 'Benito Lara'], words: 'el puente será pagado por la provincia como fue prometido antes del invierno'.split(' '),
    said: '{who} dijo que {what}.', denied: '{who} negó que {what}.', doubted: '{who} dijo que no es cierto que {what}.', retold: 'Un bloguero contaba otra historia: {what}, según él mismo.', plain: 'Y {what}.',
  },
  {
    tag: 'ru', space: ' ', speakers: ['Мэр', 'Казначей', 'Анна Руис', 'Борис Лапин'], words: 'старый мост будет оплачен округом как было обещано еще до зимы'.split(' '),
    said: '{who} сказал, что {what}.', denied: '{who} отрицал, что {what}.', doubted: '{who} не сказал, что {what}.', retold: 'У одного блогера другая история: {what}, по его словам.', plain: 'И {what}.',
  },
  {
    tag: 'ar', space: ' ', speakers: ['رئيس البلدية', 'أمين الصندوق', 'دينا رويز', 'كريم لطفي'], words: 'الجسر القديم آمن وسوف تدفع المقاطعة ثمنه كما وعدت قبل الشتاء'.split(' '),
    said: 'قال {who} إن {what}.', denied: 'نفى {who} أن {what}.', doubted: 'قال {who} إنه ليس صحيحا أن {what}.', retold: 'وكان لمدون رواية أخرى {what} بحسب قوله.', plain: 'وأن {what}.',
  },
  {
    tag: 'he', space: ' ', speakers: ['ראש העיר', 'הגזבר', 'דינה לוי', 'יוסי כהן'], words: 'הגשר הישן בטוח והמחוז ישלם עליו כפי שהובטח לפני החורף'.split(' '),
    said: '{who} אמר כי {what}.', denied: '{who} הכחיש כי {what}.', doubted: '{who} לא אמר כי {what}.', retold: 'לבלוגר היה סיפור אחר: {what}, לפי עצמו.', plain: 'וכך {what}.',
  },
  {
    tag: 'hi', space: ' ', speakers: ['महापौर', 'कोषाध्यक्ष', 'अनीता शर्मा', 'राहुल वर्मा'], words: 'पुराना पुल सुरक्षित है और जिला इसका खर्च देगा जैसा वादा था'.split(' '),
    said: '{who} ने कहा कि {what}।', denied: '{who} ने इनकार किया कि {what}।', doubted: '{who} ने कहा कि सच नहीं कि {what}।', retold: 'एक ब्लॉगर की कहानी अलग थी: {what}, उसके अपने अनुसार।', plain: 'और {what}।',
  },
  {
    tag: 'zh', space: '', speakers: ['市长', '司库', '陈丽', '王勇'], words: '旧桥 是 安全 的 由 县 政府 付款 正如 承诺 那样 冬天 之前'.split(' '),
    said: '{who}说，{what}。', denied: '{who}否认，{what}。', doubted: '{who}没有说，{what}。', retold: '一位博主另有说法，{what}，这是他自己的话。', plain: '而{what}。',
  },
]

type Manner = 'said' | 'denied' | 'doubted' | 'retold' | 'plain'

interface Sentence {
  /** -1 for a new one. */
  id: number
  who: string
  what: string
  manner: Manner
}

type Text = Sentence[][]
type Edit = (text: Text, target: Sentence, other: string, at: number) => Text

const texts = fc.constantFrom(...languages).chain((language) => {
  const claim = fc.uniqueArray(fc.constantFrom(...language.words), { minLength: 4, maxLength: 7 }).map((words) => words.join(language.space))
  const first = fc.record({ who: fc.constantFrom(...language.speakers), what: claim, manner: fc.constant<Manner>('said') })
  const next = fc.record({ who: fc.constantFrom(...language.speakers), what: claim, manner: fc.constantFrom<Manner>('said', 'said', 'plain') })
  const paragraph = fc.tuple(first, fc.array(next, { maxLength: 3 })).map(([one, others]) => [one, ...others])
  return fc.record({ language: fc.constant(language), paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 5 }) })
}).map(({ language, paragraphs }) => {
  let id = 0
  return { language, text: paragraphs.map((sentences) => sentences.map((one): Sentence => ({ ...one, id: id++ }))) }
})

/** Each is made to one sentence, or to its paragraph; `other` says nothing in the text yet. */
const edits: [family: string, edit: Edit][] = [
  ['gone, and said by another elsewhere', (text, target, other, at) => put(replaced(text, target), { ...target, id: -1, who: other, manner: 'said' }, at)],
  ['said by another in its place', (text, target, other) => replaced(text, target, { ...target, who: other, manner: 'said' })],
  ['its own source replaced', (text, target) => replaced(text, target, { ...target, manner: 'retold' })],
  ['“said” became “denied”', (text, target) => replaced(text, target, { ...target, manner: 'denied' })],
  ['a negation before it', (text, target) => replaced(text, target, { ...target, manner: 'doubted' })],
  ['a sentence deleted', (text, target) => replaced(text, target)],
  ['paragraphs moved', (text, target, _other, at) => {
    const own = text.find((sentences) => sentences.includes(target))!
    const rest = text.filter((sentences) => sentences !== own)
    return rest.toSpliced(at % (rest.length + 1), 0, own)
  }],
  ['sentences reordered', (text, target) => text.map((sentences) => (sentences.includes(target) ? sentences.toReversed() : sentences))],
  ['an exact copy', (text, target, _other, at) => put(text, { ...target, id: -1 }, at)],
]

function replaced(text: Text, target: Sentence, ...by: Sentence[]): Text {
  return text.map((sentences) => sentences.flatMap((one) => (one === target ? by : one))).filter((sentences) => sentences.length > 0)
}

/** At the end of a paragraph. */
function put(text: Text, one: Sentence, at: number): Text {
  return text.length === 0 ? [[one]] : text.map((sentences, k) => (k === at % text.length ? [...sentences, one] : sentences))
}

function written({ who, what, manner }: Sentence, language: Language): string {
  return language[manner].replace('{who}', who).replace('{what}', what)
}

interface Place { start: number; end: number; sentence: Sentence; frame: Sentence[] }

/** The whole, and where each sentence has what is said, with the sentences from the one that names its speaker. */
function read(text: Text, language: Language): { whole: string; places: Place[] } {
  let whole = ''
  const places: Place[] = []
  for (const [number, sentences] of text.entries()) {
    if (number > 0) whole += '\n'
    for (const [k, sentence] of sentences.entries()) {
      if (k > 0) whole += language.space
      const start = whole.length + language[sentence.manner].replace('{who}', sentence.who).indexOf('{what}')
      whole += written(sentence, language)
      const lead = sentences.slice(0, k + 1).findLastIndex(({ manner }) => manner !== 'plain')
      places.push({ start, end: start + sentence.what.length, sentence, frame: sentences.slice(Math.max(0, lead), k + 1) })
    }
  }
  return { whole, places }
}

const says = (frame: Sentence[]): string => frame.map(({ who, what, manner }) => `${manner === 'plain' ? '' : who} ${manner} ${what}`).join('\n')
const isAlone = ({ sentence: { what } }: Place, places: Place[]): boolean => places.filter(({ sentence }) => sentence.what.includes(what)).length === 1
const isPlaced = ({ state }: Carried): boolean => state === 'same' || state === 'moved'

/** Never on another's words; without asking where words and frame stand and nothing else reads the same. */
function expectTruth(before: ReturnType<typeof read>, after: ReturnType<typeof read>, from: Place, language: Language): void {
  const carried = createCarrier(before.whole, after.whole, language.tag)([describeRange(before.whole, from)])
  const stands = after.places.find(({ sentence }) => sentence.id === from.sentence.id)
  if (isPlaced(carried)) {
    const [placed] = carried.ranges
    const there = after.places.find(({ start, end }) => start <= placed!.start && placed!.end <= end)
    expect(placed!.exact).toBe(from.sentence.what)
    expect(there && says(there.frame)).toBe(says(from.frame))
    return
  }
  if (![before, after].every(({ places }) => isAlone(from, places))) return
  if (carried.state === 'said-by-another' && stands) expect(carried.candidates[0]![0]).toMatchObject({ start: stands.start, exact: from.sentence.what })
  if (stands && says(stands.frame) === says(from.frame)) throw new Error(`${carried.state}, though words and frame stand: “${from.sentence.what}”`)
}

test.each(edits)('%s: never placed silently on another’s words, and placed where words and frame stand', (_family, edit) => {
  fc.assert(fc.property(texts, fc.nat(100), fc.nat(100), ({ language, text }, pick, at) => {
    const sentences = text.flat()
    const target = sentences[pick % sentences.length]!
    const other = language.speakers.find((speaker) => !sentences.some(({ who, what }) => who === speaker && what === target.what))!
    const [before, after] = [read(text, language), read(edit(text, target, other, at), language)]
    for (const from of before.places) expectTruth(before, after, from, language)
  }), { numRuns, seed })
})

test('a typo in one word is reworded, with the words offered', () => {
  fc.assert(fc.property(texts, fc.nat(100), fc.nat(100), ({ language, text }, pick, letter) => {
    const sentences = text.flat()
    const target = sentences[pick % sentences.length]!
    const at = 1 + (letter % (target.what.length - 1))
    const what = `${target.what.slice(0, at)}x${target.what.slice(at)}`
    const [before, after] = [read(text, language), read(replaced(text, target, { ...target, what }), language)]
    const from = before.places.find(({ sentence }) => sentence === target)!
    const carried = createCarrier(before.whole, after.whole, language.tag)([describeRange(before.whole, from)])
    if (isAlone(from, before.places)) expect(carried.state).toBe('reworded')
    expect(carried.candidates.map(([range]) => range!.exact)).toContain(what)
  }), { numRuns, seed })
})

test('a typo in a highlight of one word is reworded, with the word offered', () => {
  fc.assert(fc.property(texts, fc.nat(100), ({ language, text }, pick) => {
    fc.pre(language.space !== '')
    const sentences = text.flat()
    const target = sentences[pick % sentences.length]!
    const words = target.what.split(' ')
    const word = words.find((one) => one.length > 4)
    fc.pre(word !== undefined)
    const typo = `${word!.slice(0, 2)}x${word!.slice(2)}`
    const [before, after] = [read(text, language), read(replaced(text, target, { ...target, what: target.what.replace(word!, typo) }), language)]
    const from = before.places.find(({ sentence }) => sentence === target)!
    const start = from.start + target.what.indexOf(word!)
    const carried = createCarrier(before.whole, after.whole, language.tag)([describeRange(before.whole, { start, end: start + word!.length })])
    expect(carried.state).toBe('reworded')
    expect(carried.candidates.map(([range]) => range!.exact)).toContain(typo)
  }), { numRuns, seed })
})
