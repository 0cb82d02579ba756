/** `npm run bench:anchor`. BENCH_RUNS: runs timed for the median (5); BENCH_QUOTES: quotes judged for ours in all (100 000). */
import { mkdirSync, writeFileSync } from 'node:fs'
import { describeRange, type Span, type TextRange } from '../../src/shared/anchor/selectors.ts'
import { stamp } from '../stamp.ts'
import { createRandom, editProse, type EditedProse } from './edit-prose.ts'
import { placers, type Placer } from './placers.ts'
import { readProse } from './prose.ts'

const LENGTH = 100_000
const QUOTES = 200
const runs = Number(process.env['BENCH_RUNS'] ?? 5)
const total = Number(process.env['BENCH_QUOTES'] ?? 100_000)
const shares = [0.005, 0.02, 0.1]
const prose = readProse()

interface Tally {
  quotes: number
  /** Quotes whose words still stand where the log of edits took them. */
  standing: number
  right: number
  wrong: number
  /** Of the wrong: the words were gone from the text. */
  wrongWhenGone: number
  asked: number
  perSecond: number[]
}

interface Trial { text: EditedProse; quotes: TextRange[] }

function trialOf(seed: number, share: number): Trial {
  const random = createRandom(seed)
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
  const tally: Tally = { quotes: 0, standing: 0, right: 0, wrong: 0, wrongWhenGone: 0, asked: 0, perSecond: [] }
  for (const { text, quotes } of trials) {
    const began = performance.now()
    const place = placer.prepare(text.before, text.after)
    const placed = quotes.map(place)
    tally.perSecond.push((quotes.length * 1000) / (performance.now() - began))
    for (const [k, quote] of quotes.entries()) count(tally, truthOf(text, quote), placed[k] ?? null)
  }
  return tally
}

function count(tally: Tally, truth: Span | null, placed: Span | null): void {
  tally.quotes++
  if (truth) tally.standing++
  if (!placed) tally.asked++
  else if (truth && truth.start === placed.start && truth.end === placed.end) tally.right++
  else {
    tally.wrong++
    if (!truth) tally.wrongWhenGone++
  }
}

const columns = ['Placer', 'Quotes', 'Standing, placed right', 'Placed wrong', 'of them words gone', 'Handed to the reader', 'Quotes/s (median)', 'Counterpoint’s rate to it']

function rowsFor(tallies: Map<Placer, Tally>): string[][] {
  const ours = median(tallies.get(placers[0]!)!.perSecond)
  return [...tallies].map(([{ name }, tally]) => [
    name, String(tally.quotes), percent(tally.right / tally.standing), `${tally.wrong} (${percent(tally.wrong / tally.quotes)})`, String(tally.wrongWhenGone),
    percent(tally.asked / tally.quotes), Math.round(median(tally.perSecond)).toLocaleString('en'), `${(ours / median(tally.perSecond)).toFixed(1)}×`,
  ])
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

const besideOthers = shares.map((share, at) => {
  const trials = Array.from({ length: runs }, (_, run) => trialOf(1000 * (at + 1) + run, share))
  judge(placers[0]!, trials)
  const rows = rowsFor(new Map(placers.map((placer) => [placer, judge(placer, trials)])))
  return { caption: `${share * 100} % of the sentences edited: ${runs} texts of ${LENGTH} characters with ${QUOTES} quotes each`, columns, rows }
})

const each = Math.ceil(total / QUOTES / shares.length)
const many = shares.map((share, at) => {
  const tally = judge(placers[0]!, Array.from({ length: each }, (_, run) => trialOf(1_000_000 * (at + 1) + run, share)))
  return [`${share * 100} %`, String(tally.quotes), percent(tally.right / tally.standing), String(tally.wrong), String(tally.wrongWhenGone), percent(tally.asked / tally.quotes), Math.round(median(tally.perSecond)).toLocaleString('en')]
})
const tables = [...besideOthers, {
  caption: 'Counterpoint alone over many seeds. Aims: none placed wrong, at least 95 % of the standing placed',
  columns: ['Edited', 'Quotes', 'Standing, placed right', 'Placed wrong', 'of them words gone', 'Handed to the reader', 'Quotes/s (median)'],
  rows: many,
}]
for (const { caption, columns: heads, rows } of tables) {
  console.log(caption)
  console.table(rows.map((row) => Object.fromEntries(row.map((cell, k) => [heads[k]!, cell]))))
}
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/anchor.json', `${JSON.stringify({ name: 'anchor', title: 'Carrying highlights over an edit', ...stamp(), tables }, null, 2)}\n`)
