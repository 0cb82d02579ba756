/** The bench's medians and ratios as tables. */
import type { Measured } from './readers.ts'

export interface Result { characters: number; highlights: number; reader: string; runs: Measured[] }
export interface Table { caption: string; columns: string[]; rows: string[][] }

const names: Record<string, string> = {
  counterpoint: 'Counterpoint', limit: 'CSS highlights in view (limit)', css: 'Plain CSS highlights', lexical: 'Lexical with MarkNode', recogito: 'Recogito text-annotator',
}
const measures = ['paint', 'open', 'add', 'click', 'frame', 'heap'] as const
const columns = ['', 'First paint, ms', 'From click, ms', 'Add one, ms', 'Click one, ms', 'Worst frame, ms', 'Heap, MB']

export function tablesOf(results: Result[], source: string): Table[] {
  const sizes = [...new Set(results.map(sizeOf))]
  const tables = sizes.map((size): Table => ({
    caption: `${size}. Medians of ${runsOf(results, size)}. ${source}`,
    columns,
    rows: results.filter((one) => sizeOf(one) === size).map((one) => [names[one.reader] ?? one.reader, ...measures.map((measure) => shown(measure, medianOf(one, measure)))]),
  }))
  return [...tables, ratios(results, sizes)]
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function medianOf(result: Result, measure: keyof Measured): number | undefined {
  const values = result.runs.flatMap((run) => run[measure] ?? [])
  return values.length > 0 ? median(values) : undefined
}

function shown(measure: keyof Measured, value: number | undefined): string {
  if (value === undefined) return '–'
  return measure === 'heap' ? (value / 1e6).toFixed(1) : value.toFixed(value < 10 ? 1 : 0)
}

function sizeOf({ characters, highlights }: Result): string {
  return `${characters.toLocaleString('en')} characters, ${highlights.toLocaleString('en')} highlights`
}

/** Such as "5 runs (Recogito text-annotator: 1)". */
function runsOf(results: Result[], size: string): string {
  const here = results.filter((one) => sizeOf(one) === size)
  const most = Math.max(...here.map((one) => one.runs.length))
  const fewer = here.filter((one) => one.runs.length < most).map((one) => `${names[one.reader]}: ${one.runs.length}`)
  return `${most} runs${fewer.length > 0 ? ` (${fewer.join(', ')})` : ''}`
}

function ratios(results: Result[], sizes: string[]): Table {
  const value = (size: string, reader: string, measure: keyof Measured): number | undefined => {
    const result = results.find((one) => sizeOf(one) === size && one.reader === reader)
    return result && medianOf(result, measure)
  }
  const ratio = (above: number | undefined, below: number | undefined): string => (above === undefined || !below ? '–' : `${(above / below).toFixed(2)}×`)
  return {
    caption: 'Counterpoint’s first paint beside the others, and its worst frame beside the limit’s. Aims: at most 2× the limit, Lexical at least 3×, Recogito at least 8×, worst frame at most 1.5×.',
    columns: ['', 'Ours / limit', 'Lexical / ours', 'Recogito / ours', 'Frame / limit'],
    rows: sizes.map((size) => [
      size,
      ratio(value(size, 'counterpoint', 'paint'), value(size, 'limit', 'paint')),
      ratio(value(size, 'lexical', 'paint'), value(size, 'counterpoint', 'paint')),
      ratio(value(size, 'recogito', 'paint'), value(size, 'counterpoint', 'paint')),
      ratio(value(size, 'counterpoint', 'frame'), value(size, 'limit', 'frame')),
    ]),
  }
}
