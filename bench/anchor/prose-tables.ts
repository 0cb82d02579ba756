/** Quotes of real prose that is edited at random, placed by Counterpoint and by others. */
import { describeRange, type Span, type TextRange } from '../../src/shared/anchor/selectors.ts'
import { fractionsFrom } from '../../src/main/random-from.ts'
import { editProse, type EditedProse } from './edit-prose.ts'
import { median, percent, whole, type Table } from './figures.ts'
import { placers, type Placer } from './placers.ts'

const LENGTH = 100_000
const QUOTES = 200
const shares = [0.005, 0.02, 0.1]

interface Tally {
  quotes: number
  /** Quotes whose words still stand where the log of edits took them. */
  standing: number
  right: number
  /** Of the standing: nothing of their paragraph changed, so their frame stands too. */
  framed: number
  framedRight: number
  wrong: number
  /** Of the wrong: the words were gone from the text. */
  wrongWhenGone: number
  asked: number
  perSecond: number[]
}

interface Trial { text: EditedProse; quotes: TextRange[] }

/** `runs` texts for each share of edits, for all; then `total` quotes for Counterpoint alone. */
export function proseTables(prose: string[], runs: number, total: number): Table[] {
  const besideOthers = shares.map((share, at) => {
    const trials = Array.from({ length: runs }, (_, run) => trialOf(prose, 1000 * (at + 1) + run, share))
    judge(placers[0]!, trials)
    const rows = rowsFor(new Map(placers.map((placer) => [placer, judge(placer, trials)])))
    return { caption: `${share * 100} % of the sentences edited: ${runs} texts of ${LENGTH} characters with ${QUOTES} quotes each`, columns, rows }
  })
  const each = Math.ceil(total / QUOTES / shares.length)
  const many = shares.map((share, at) => {
    const tally = judge(placers[0]!, Array.from({ length: each }, (_, run) => trialOf(prose, 1_000_000 * (at + 1) + run, share)))
    return [`${share * 100} %`, String(tally.quotes), percent(tally.right, tally.standing), percent(tally.framedRight, tally.framed), String(tally.wrong), String(tally.wrongWhenGone), percent(tally.asked, tally.quotes), whole(median(tally.perSecond))]
  })
  return [...besideOthers, {
    caption: 'Counterpoint alone over many seeds. Aims: none placed wrong, at least 97 % placed of those whose paragraph stands',
    columns: ['Edited', 'Quotes', 'Words stand: placed right', 'Their paragraph too: placed right', 'Placed wrong', 'of them words gone', 'Handed to the reader', 'Quotes/s (median)'],
    rows: many,
  }]
}

function trialOf(prose: string[], seed: number, share: number): Trial {
  const random = fractionsFrom(seed)
  const paragraphs: string[] = []
  let length = 0
  for (let at = Math.floor(random() * prose.length); length < LENGTH; at = (at + 1) % prose.length) {
    paragraphs.push(prose[at]!)
    length += prose[at]!.length + 1
  }
  const text = editProse(paragraphs, share, random)
  const words = [...text.before.matchAll(/\S+/g)]
  const quotes = Array.from({ length: QUOTES }, () => {
    const first = Math.floor(random() * (words.length - 40))
    const last = first + Math.floor(random() * (random() < 0.2 ? 3 : 32))
    return describeRange(text.before, { start: words[first]!.index, end: words[last]!.index + words[last]![0].length })
  })
  return { text, quotes }
}

/** Where the log of edits says that the quote is: its characters side by side. */
function truthOf({ went }: EditedProse, { start, end }: Span): Span | null {
  const to = went[start]!
  for (let k = start; k < end; k++) if (went[k]! < 0 || went[k]! - k !== to - start) return null
  return { start: to, end: to + end - start }
}

function judge(placer: Placer, trials: Trial[]): Tally {
  const tally: Tally = { quotes: 0, standing: 0, right: 0, framed: 0, framedRight: 0, wrong: 0, wrongWhenGone: 0, asked: 0, perSecond: [] }
  for (const { text, quotes } of trials) {
    const began = performance.now()
    const place = placer.prepare(text.before, text.after)
    const placed = quotes.map(place)
    tally.perSecond.push((quotes.length * 1000) / (performance.now() - began))
    for (const [k, quote] of quotes.entries()) count(tally, text, quote, placed[k] ?? null)
  }
  return tally
}

function count(tally: Tally, text: EditedProse, quote: Span, placed: Span | null): void {
  const truth = truthOf(text, quote)
  const isFramed = truthOf(text, paragraphAround(text.before, quote)) !== null
  const isRight = truth !== null && placed?.start === truth.start && placed.end === truth.end
  tally.quotes++
  if (truth) tally.standing++
  if (isFramed) tally.framed++
  if (isRight) tally.right++
  if (isRight && isFramed) tally.framedRight++
  if (!placed) tally.asked++
  else if (!isRight) {
    tally.wrong++
    if (!truth) tally.wrongWhenGone++
  }
}

/** From the start of the quote's first paragraph to the end of its last. */
function paragraphAround(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next }
}

const columns = ['Placer', 'Quotes', 'Words stand: placed right', 'Their paragraph too: placed right', 'Placed wrong', 'of them words gone', 'Handed to the reader', 'Quotes/s (median)', 'Counterpoint’s rate to it']

function rowsFor(tallies: Map<Placer, Tally>): string[][] {
  const ours = median(tallies.get(placers[0]!)!.perSecond)
  return [...tallies].map(([{ name }, tally]) => [
    name, String(tally.quotes), percent(tally.right, tally.standing), percent(tally.framedRight, tally.framed), `${tally.wrong} (${percent(tally.wrong, tally.quotes)})`, String(tally.wrongWhenGone),
    percent(tally.asked, tally.quotes), whole(median(tally.perSecond)), `${(ours / median(tally.perSecond)).toFixed(1)}×`,
  ])
}
