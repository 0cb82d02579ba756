/** How fast long texts with many highlights are carried over, beside others in the same run. */
import { describeRange, type TextRange } from '../../src/shared/anchor/selectors.ts'
import { fractionsFrom } from '../../src/main/random-from.ts'
import { editArticle, families, type EditedArticle } from './families.ts'
import { median, whole, type Table } from './figures.ts'
import { languages } from './languages.ts'
import { placers, type Placer } from './placers.ts'
import { among, articleOf, clausesOf } from './speakers-text.ts'

const sizes = [1_000_000, 5_000_000]
const QUOTES = 10_000
/** Another placer that is slower is measured by what it did in this time, in milliseconds. */
const PATIENCE = 5000

interface Timing { quotes: number; milliseconds: number }

/** Texts in which every family of edits happened, in turns: each placer `runs` times. Processor time, reading both texts included. */
export function speedTables(prose: string[], runs: number): Table[] {
  const clauses = clausesOf(prose)
  const [english, everything] = [languages[0]!, families.at(-1)!]
  const ours: number[] = []
  return sizes.map((size, at) => {
    const random = fractionsFrom(size)
    const text = editArticle(articleOf(english, size, clauses, random), everything, english, random)
    const quotes = quotesOf(text, random)
    const timings = new Map<Placer, Timing[]>(placers.map((placer) => [placer, []]))
    for (let run = 0; run < runs; run++) for (const placer of placers) timings.get(placer)!.push(time(placer, text, quotes))
    const rate = (placer: Placer): number => median(timings.get(placer)!.map((one) => (one.quotes * 1000) / one.milliseconds))
    ours.push(rate(placers[0]!))
    const growth = at === 0 ? '' : `. Counterpoint took ${(ours[0]! / ours[at]!).toFixed(1)} times as long as with ${whole(sizes[0]!)} characters (n log n: ${nLogN(size, sizes[0]!).toFixed(1)} times)`
    return {
      caption: `${whole(size)} characters, ${whole(QUOTES)} quotes, half of them of one to three words, median of ${runs}${growth}`,
      columns: ['Placer', 'Quotes placed', 'Quotes/s', 'Counterpoint’s rate to it'],
      rows: placers.map((placer) => [placer.name, whole(median(timings.get(placer)!.map((one) => one.quotes))), whole(rate(placer)), `${(rate(placers[0]!) / rate(placer)).toFixed(1)}×`]),
    }
  })
}

function quotesOf({ before }: EditedArticle, random: () => number): TextRange[] {
  const words = [...before.matchAll(/\S+/g)]
  return Array.from({ length: QUOTES }, () => {
    const first = Math.floor(random() * (words.length - 40))
    const last = first + Math.floor(random() * among([3, 32], random))
    return describeRange(before, { start: words[first]!.index, end: words[last]!.index + words[last]![0].length })
  })
}

function time(placer: Placer, { before, after }: EditedArticle, quotes: TextRange[]): Timing {
  const began = processorTime()
  const place = placer.prepare(before, after)
  let done = 0
  while (done < quotes.length && (placer === placers[0] || done === 0 || processorTime() - began < PATIENCE)) place(quotes[done++]!)
  return { quotes: done, milliseconds: processorTime() - began }
}

/** In milliseconds: what else the machine does counts little. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function nLogN(size: number, other: number): number {
  return (size * Math.log(size)) / (other * Math.log(other))
}
