/**
 * Texts of quoted and plain stretches in the quotation styles of many languages, any of their words selected: the guess is
 * what the text was made of. FC_SEED and FC_RUNS choose another run; both are printed.
 */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { guessWording } from './guess-wording.ts'

const seed = Number(process.env.FC_SEED ?? 20261124)
const numRuns = Number(process.env.FC_RUNS ?? 2000)
beforeAll(() => { process.stdout.write(`wording: seed ${seed}, ${numRuns} runs of each style\n`) })

interface Style {
  /** Around a quotation, and around one within it. */
  outer: [string, string]
  inner: [string, string]
  words: string[]
  /** Between words; '' where they are written together. */
  space: string
}

const latin = ['we', 'deny', 'the', 'ministers’', 'don’t', "isn't", 'l’île', '1998', 'X-ray', 'ville', 'Straße', 'å']
const plain = latin.filter((word) => !/['’]$/.test(word))
const styles: Record<string, Style> = {
  English: { outer: ['“', '”'], inner: ['‘', '’'], words: plain, space: ' ' },
  British: { outer: ['‘', '’'], inner: ['“', '”'], words: plain, space: ' ' },
  'English, straight': { outer: ['"', '"'], inner: ["'", "'"], words: plain, space: ' ' },
  German: { outer: ['„', '“'], inner: ['‚', '‘'], words: latin, space: ' ' },
  'German books': { outer: ['»', '«'], inner: ['›', '‹'], words: latin, space: ' ' },
  French: { outer: ['«\u202F', '\u202F»'], inner: ['“', '”'], words: latin, space: ' ' },
  Swiss: { outer: ['«', '»'], inner: ['‹', '›'], words: latin, space: ' ' },
  Swedish: { outer: ['”', '”'], inner: ['’', '’'], words: plain, space: ' ' },
  'Swedish books': { outer: ['»', '»'], inner: ['’', '’'], words: plain, space: ' ' },
  Polish: { outer: ['„', '”'], inner: ['«', '»'], words: latin, space: ' ' },
  Russian: { outer: ['«', '»'], inner: ['„', '“'], words: ['мы', 'это', 'отрицаем', 'п’ять', 'мэр'], space: ' ' },
  Japanese: { outer: ['「', '」'], inner: ['『', '』'], words: ['私たち', '否定', 'します', 'カナ'], space: '' },
  Chinese: { outer: ['“', '”'], inner: ['‘', '’'], words: ['我们', '否认', '市长', '今天'], space: '' },
  'Chinese, straight': { outer: ['"', '"'], inner: ['‘', '’'], words: ['我们', '否认', '市长', '今天'], space: '' },
  Korean: { outer: ['“', '”'], inner: ['‘', '’'], words: ['우리는', '부인한다', '시장은'], space: ' ' },
  Hebrew: { outer: ['"', '"'], inner: ["'", "'"], words: ['אנחנו', 'צה"ל', 'ארה"ב', 'לא'], space: ' ' },
  'Hebrew, its own signs': { outer: ['״', '״'], inner: ["'", "'"], words: ['אנחנו', 'צה״ל', 'לא'], space: ' ' },
  Arabic: { outer: ['«', '»'], inner: ['“', '”'], words: ['نحن', 'ننفي', 'ذلك'], space: ' ' },
}

interface Word { text: string; isQuoted: boolean }

/** A stretch: its words, and whether it is quoted; `nested`: from here on they are quoted once more. */
function wordsOf(style: Style) {
  const stretch = fc.record({ kind: fc.constantFrom('plain', 'quoted', 'nested', 'paragraph'), words: fc.array(fc.constantFrom(...style.words), { minLength: 1, maxLength: 4 }) })
  return fc.array(stretch, { minLength: 1, maxLength: 8 }).map((stretches): Word[] => stretches.flatMap(({ kind, words }): Word[] => {
    if (kind === 'plain') return words.map((text) => ({ text, isQuoted: false }))
    if (kind === 'paragraph') return [{ text: '\n', isQuoted: false }]
    const inner = kind === 'nested' ? around(words, style.inner) : words
    return around([...(kind === 'nested' ? [style.words[0]!] : []), ...inner, ...(kind === 'nested' ? [style.words[1]!] : [])], style.outer).map((text) => ({ text, isQuoted: true }))
  }))
}

function around(words: string[], [open, close]: [string, string]): string[] {
  return words.map((word, at) => `${at === 0 ? open : ''}${word}${at === words.length - 1 ? close : ''}`)
}

it.each(Object.entries(styles))('%s', (_name, style) => {
  fc.assert(fc.property(wordsOf(style), fc.nat(), fc.nat(), (words, from, to) => {
    let text = ''
    const placed = words.map((word) => {
      if (text && !text.endsWith('\n') && word.text !== '\n') text += style.space
      const start = text.length
      text += word.text
      return { ...word, start, end: text.length }
    })
    const [first, last] = [from % words.length, to % words.length].toSorted((a, b) => a - b)
    const chosen = placed.slice(first, last! + 1)
    const kinds = new Set(chosen.filter(({ text: own }) => own !== '\n').map(({ isQuoted }) => isQuoted))
    const expected = kinds.size > 1 ? 'partly' : kinds.has(true) ? 'quote' : 'paraphrase'
    expect(guessWording(text, [{ start: chosen[0]!.start, end: chosen.at(-1)!.end }]), text).toBe(expected)
  }), { seed, numRuns })
})
