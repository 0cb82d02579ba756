/** Tables of a bench, and the figures in their cells. */

export interface Table { caption: string; columns: string[]; rows: string[][] }

export function print({ caption, columns, rows }: Table): void {
  console.log(caption)
  console.table(rows.map((row) => Object.fromEntries(row.map((cell, k) => [columns[k]!, cell]))))
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

export function whole(count: number): string {
  return Math.round(count).toLocaleString('en')
}

/** Rounded down: only all are 100 %. */
export function percent(part: number, all: number): string {
  return all === 0 ? '–' : `${(Math.floor((part / all) * 10_000) / 100).toFixed(2)} %`
}
