/** What was measured, as the tables of docs/performance.md. */
import type { Measured } from './measure.ts'
import { bareNames, type Reader } from './readers.ts'
import { kinds, type Kind } from './sources.ts'

/** By "kind: reader", then by length; undefined where it was given up. */
export type Results = Map<string, Map<number, Measured | undefined>>

interface Table { caption: string; columns: string[]; rows: string[][] }

export function tablesOf(results: Results, sizes: number[], book: number): Table[] {
  return [speeds(results, sizes.includes(1_000_000) ? 1_000_000 : sizes.at(-1)!), growth(results, sizes), whole(results, sizes, book)]
}

function speeds(results: Results, size: number): Table {
  return {
    caption: `${megabytes(size)} of each kind: speed, and the most memory above what was taken before. The fastest of up to 3 readings, each reader in a process of its own`,
    columns: ['', 'Counterpoint, MB/s', 'MB', 'Bare parser', 'MB/s', 'MB', 'Time, ours / bare'],
    rows: kinds.map((kind) => {
      const [ours, bare] = [at(results, kind, 'Counterpoint', size), at(results, kind, 'bare', size)]
      return [kind, speed(ours, size), memory(ours), bareNames[kind], speed(bare, size), memory(bare), ours && bare ? `${(ours.time / bare.time).toFixed(1)}×` : '–']
    }),
  }
}

function growth(results: Results, sizes: number[]): Table {
  return {
    caption: 'Time in ms by length, and the exponent with which it grows from 100 kB on: 1 is in step with the length',
    columns: ['', ...sizes.map(megabytes), 'Exponent', 'MB at the longest'],
    rows: kinds.flatMap((kind) => (['Counterpoint', 'bare'] as const).map((reader) => {
      const times = sizes.map((size) => at(results, kind, reader, size)?.time)
      const longest = sizes.map((size) => at(results, kind, reader, size)).findLast((one) => one !== undefined)
      return [reader === 'bare' ? `– ${bareNames[kind]}` : kind, ...times.map((time) => (time === undefined ? 'given up' : time.toFixed(time < 10 ? 1 : 0))), exponent(sizes, times), memory(longest)]
    })),
  }
}

function whole(results: Results, sizes: number[], book: number): Table {
  const small = sizes.find((size) => size >= 100_000) ?? sizes[0]!
  const pages = (reader: Reader): string => {
    const one = at(results, 'HTML, a news page', reader, small)
    return one ? (1000 / one.time).toFixed(1) : '–'
  }
  return {
    caption: 'Whole imports',
    columns: ['', 'Measured'],
    rows: [
      ['A wrapped book of 5 MB, from its file into the library (aim: 3 s)', `${(book / 1000).toFixed(1)} s`],
      [`News pages of ${megabytes(small)} a second, Counterpoint`, pages('Counterpoint')],
      ['– linkedom + Readability', pages('bare')],
      ['– jsdom + Readability', pages('jsdom')],
    ],
  }
}

function at(results: Results, kind: Kind, reader: Reader, size: number): Measured | undefined {
  return results.get(`${kind}: ${reader}`)?.get(size)
}

function speed(measured: Measured | undefined, size: number): string {
  return measured ? (size / 1000 / measured.time).toFixed(1) : '–'
}

function memory(measured: Measured | undefined): string {
  return measured ? String(Math.round(measured.memory)) : '–'
}

function megabytes(size: number): string {
  return size < 1_000_000 ? `${size / 1000} kB` : `${size / 1_000_000} MB`
}

/** The slope of a straight line through the logarithms, by least squares. */
function exponent(sizes: number[], times: (number | undefined)[]): string {
  const points = sizes.map((size, index) => [Math.log(size), Math.log(times[index] ?? 0)] as const).filter(([, time], index) => sizes[index]! >= 100_000 && Number.isFinite(time))
  if (points.length < 2) return '–'
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(([size]) => size)), mean(points.map(([, time]) => time))]
  return (points.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0) / points.reduce((sum, [size]) => sum + (size - x) ** 2, 0)).toFixed(2)
}
