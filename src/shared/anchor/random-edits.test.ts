/**
 * Random texts and edits. Every code unit of an edited text remembers which one of the old text it was, so the truth comes from
 * the log of the edits and never from searching. FC_SEED takes another seed.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCarrier } from './carry-over.ts'
import { describeRange, wholeGraphemes, type Span, type TextRange } from './selectors.ts'

const seed = Number(process.env['FC_SEED'] ?? 20261123)

interface Edited {
  before: string
  after: string
  /** For each code unit of `after`, its offset in `before`; -1 for what is new. */
  origins: number[]
  /** What each speaker said, in `before`. */
  spoken: Span[]
}

type Edit = 'keep' | 'delete' | 'negate' | 'replace' | 'move' | 'duplicate' | 'lookalike' | 'restyle' | 'preface'

const claims = ['We deny it', '“We deny it”', 'لن نوقع على الاتفاق', 'אנחנו מכחישים', '我们否认这一指控', 'Nous nions l’e\u0301te\u0301', 'the 👩‍👩‍👧 may stay 🇫🇷', 'we do – perhaps – agree', 'yes']
const edits: Edit[] = ['delete', 'negate', 'replace', 'move', 'duplicate', 'lookalike', 'restyle', 'preface']
const edit: fc.Arbitrary<Edit> = fc.oneof({ weight: 3, arbitrary: fc.constant<Edit>('keep') }, { weight: 2, arbitrary: fc.constantFrom(...edits) })
const sentence = fc.record({ claim: fc.constantFrom(...claims), edit, to: fc.nat(12), line: fc.boolean(), tail: fc.constantFrom('', ' on Monday', ' 昨天', ' yes yes', ' 😀') })
const texts = fc.array(sentence, { minLength: 1, maxLength: 9 }).map(edited)
const picks = fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 4 })

type Sentence = typeof sentence extends fc.Arbitrary<infer T> ? T : never
type Piece = [text: string, origin: number]

/** Every sentence has its own speaker, so that who said the words is never in doubt; the words themselves come again and again. */
function edited(sentences: Sentence[]): Edited {
  let before = ''
  const said: Span[] = []
  const rest: Piece[][] = []
  const taken: { to: number; pieces: Piece[] }[] = []
  for (const [k, { claim, edit, to, line, tail }] of sentences.entries()) {
    const lead = `${speakerOf(k)} said: `
    const ending = `${tail}.${line ? '\n' : ' '}`
    const [start, spoken, end] = [before.length, before.length + lead.length, before.length + lead.length + claim.length]
    before += lead + claim + ending
    said.push({ start: spoken, end: before.length })
    const whole: Piece[] = [[lead + claim + ending, start]]
    if (edit === 'move') taken.push({ to, pieces: whole })
    else rest.push(piecesAfter(edit, { lead, claim, ending, start, spoken, end }))
    if (edit === 'duplicate') taken.push({ to, pieces: whole })
    if (edit === 'lookalike') taken.push({ to, pieces: [[`${speakerOf(k + 50)} said: ${claim}${ending}`, -1]] })
  }
  for (const { to, pieces } of taken) rest.splice(to % (rest.length + 1), 0, pieces)
  const all = rest.flat()
  return { before, spoken: said, after: all.map(([text]) => text).join(''), origins: all.flatMap(([text, origin]) => Array.from({ length: text.length }, (_, k) => (origin < 0 ? -1 : origin + k))) }
}

function piecesAfter(edit: Edit, { lead, claim, ending, start, spoken, end }: { lead: string; claim: string; ending: string; start: number; spoken: number; end: number }): Piece[] {
  const cut = claim.indexOf(' ') + 1
  switch (edit) {
    case 'delete': case 'lookalike': return edit === 'delete' ? [] : [[lead + claim + ending, start]]
    case 'negate': return [[lead + claim.slice(0, cut), start], ['not ', -1], [claim.slice(cut) + ending, spoken + cut]]
    case 'replace': return [[lead, start], ['something else entirely', -1], [ending, end]]
    case 'restyle': return [[lead, start], ...restyled(claim, spoken), ['\u0301', -1], [ending, end]]
    case 'preface': return [['Later, as was written, ', -1], [lead + claim + ending, start]]
    default: return [[lead + claim + ending, start]]
  }
}

/** Each quotation mark and dash is another one, and the rest stands. */
function restyled(claim: string, start: number): Piece[] {
  return Array.from({ length: claim.length }, (_, k): Piece => (/[“”–’]/u.test(claim[k]!) ? ['"', -1] : [claim[k]!, start + k]))
}

function speakerOf(k: number): string {
  return ['Ann', 'Боб', 'Chloé', '陈', 'دينا', 'Eve'][k % 6]! + String(k * 7919 + 104_729)
}

/** Within what one speaker said: a range that begins or ends in a speaker's name could slide along two names that begin alike. */
function rangesOf(text: string, picked: [number, number][], stretches: Span[]): TextRange[] {
  const ranges: TextRange[] = []
  const spans = picked.map(([at, length]) => {
    const { start, end } = stretches[at % stretches.length]!
    const from = start + (at % (end - start))
    return wholeGraphemes(text, { start: from, end: Math.min(end, from + length) })
  })
  for (const span of spans.sort((x, y) => x.start - y.start)) {
    if (span.start < span.end && span.start >= (ranges.at(-1)?.end ?? 0)) ranges.push(describeRange(text, span))
  }
  return ranges
}

/**
 * The words came from there, and not from a passage like it. A copy of a whole sentence, speaker and all, is no lookalike.
 * Of the spaces on the two sides of a new word, either may be the new one.
 */
function isTrue({ before, after, origins }: Edited, range: TextRange, placed: Span): boolean {
  const letters = origins.map((origin, k) => ({ origin, k })).slice(placed.start, placed.end).filter(({ k }) => /\S/u.test(after[k]!))
  const shift = letters[0] ? letters[0].k - letters[0].origin : 0
  const from = placed.start - shift
  return letters.every(({ origin, k }) => origin >= 0 && k - origin === shift) && (letters.length === 0 || from === range.start || sentenceAt(before, from) === sentenceAt(before, range.start))
}

function sentenceAt(text: string, offset: number): string {
  return [...text.slice(0, offset + 1).matchAll(/\p{L}+\d{5,} said/gu)].at(-1)?.[0] ?? ''
}

const isPlaced = (state: string) => state === 'same' || state === 'moved'
const numRuns = 10_000
process.stdout.write(`anchoring: ${numRuns} random edits of speakers' sentences and ${numRuns} of random characters, seed ${seed}\n`)

test('what is placed has its exact words, from where the log of edits took them, in order, and comes back', () => {
  fc.assert(fc.property(texts, picks, (one, picked) => {
    const ranges = rangesOf(one.before, picked, one.spoken)
    fc.pre(ranges.length > 0)
    const carried = createCarrier(one.before, one.after)(ranges)
    if (!isPlaced(carried.state)) {
      expect(carried.ranges).toEqual(ranges)
      for (const range of carried.candidates.flat()) expect(one.after.slice(range.start, range.end)).toBe(range.exact)
      return
    }
    for (const [k, placed] of carried.ranges.entries()) {
      expect(one.after.slice(placed.start, placed.end)).toBe(ranges[k]!.exact)
      expect(wholeGraphemes(one.after, placed)).toEqual({ start: placed.start, end: placed.end })
      expect(placed.start).toBeGreaterThanOrEqual(carried.ranges[k - 1]?.end ?? 0)
      if (!isTrue(one, ranges[k]!, placed)) throw new Error(`“${placed.exact}” was put on a lookalike`)
    }
    const back = createCarrier(one.after, one.before)(carried.ranges)
    expect(back).toEqual({ state: carried.state, ranges, candidates: [] })
  }), { numRuns, seed })
}, 120_000)

const characters = fc.array(fc.constantFrom('a', 'b', ' ', '. ', '\n', 'e\u0301', '👩‍👩‍👧', '🇫🇷', 'ש', '漢', 'yes ', 'no ', '“', '\u0301', '\r'), { maxLength: 40 }).map((parts) => parts.join(''))

test('whatever becomes of a text, what is placed holds its exact words between whole characters, and comes back', () => {
  fc.assert(fc.property(characters, characters, characters, characters, picks, (head, gone, come, tail, picked) => {
    const [before, after] = [head + gone + tail, head + come + tail]
    fc.pre(before.length > 0)
    const ranges = rangesOf(before, picked, [{ start: 0, end: before.length }])
    fc.pre(ranges.length > 0)
    const carried = createCarrier(before, after)(ranges)
    if (!isPlaced(carried.state)) return
    expect(carried.ranges.map(({ exact }) => exact)).toEqual(ranges.map(({ exact }) => exact))
    for (const placed of carried.ranges) expect(wholeGraphemes(after, placed)).toEqual({ start: placed.start, end: placed.end })
    expect(createCarrier(after, before)(carried.ranges)).toEqual({ state: carried.state, ranges, candidates: [] })
  }), { numRuns, seed })
}, 120_000)
