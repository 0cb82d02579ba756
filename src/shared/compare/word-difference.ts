/** What one text adds to another and leaves out, word by word. Case, the style of quotation marks and spaces don't count. */
import { diffArrays } from 'diff'
import { isWord, wordTokens, type Token } from './word-tokens.ts'

export interface DifferenceRun {
  text: string
  /** 'left-out' is the baseline's text; the others joined are exactly the text that is compared. */
  kind: 'same' | 'added' | 'left-out'
}

export interface BaselineRun {
  text: string
  kind: 'same' | 'left-out-elsewhere'
}

export interface WordDifference {
  runs: DifferenceRun[]
  /** In words: tokens with a letter or a digit. */
  added: number
  leftOut: number
}

export interface Step {
  kind: 'same' | 'added' | 'left-out'
  /** Of the baseline if left out, otherwise of the text compared. */
  tokens: Token[]
}

export function wordDifference(baseline: string, text: string): WordDifference {
  const runs: DifferenceRun[] = []
  const steps = stepsBetween(baseline, text)
  let written = 0
  for (const { kind, tokens } of steps) {
    const [start, end] = [tokens[0]!.start, tokens.at(-1)!.end]
    if (kind === 'left-out') {
      append(runs, baseline.slice(start, end), kind)
      continue
    }
    append(runs, text.slice(written, start), 'same')
    append(runs, text.slice(start, end), kind)
    written = end
  }
  append(runs, text.slice(written), 'same')
  return { runs, added: countIn(steps, 'added'), leftOut: countIn(steps, 'left-out') }
}

/** The baseline with what at least one of the others leaves out. */
export function leftOutElsewhere(baseline: string, others: string[]): BaselineRun[] {
  const leftOut = new Set(others.flatMap((text) => stepsBetween(baseline, text).filter(({ kind }) => kind === 'left-out').flatMap(({ tokens }) => tokens.map(({ start }) => start))))
  const runs: BaselineRun[] = []
  let written = 0
  let within = false
  for (const { start, end } of wordTokens(baseline)) {
    const isLeftOut = leftOut.has(start)
    append(runs, baseline.slice(written, start), within && isLeftOut ? 'left-out-elsewhere' : 'same')
    append(runs, baseline.slice(start, end), isLeftOut ? 'left-out-elsewhere' : 'same')
    written = end
    within = isLeftOut
  }
  append(runs, baseline.slice(written), 'same')
  return runs
}

export function countWords(text: string): number {
  return wordTokens(text).filter(isWord).length
}

function stepsBetween(baseline: string, text: string): Step[] {
  return tokenSteps(wordTokens(baseline), wordTokens(text))
}

/** The shortest way from one to the other, in order. */
export function tokenSteps(before: Token[], after: Token[]): Step[] {
  let [b, a] = [0, 0]
  return diffArrays(before.map(({ key }) => key), after.map(({ key }) => key)).map(({ added, removed, count }): Step => {
    if (removed) return { kind: 'left-out', tokens: before.slice(b, (b += count)) }
    if (!added) b += count
    return { kind: added ? 'added' : 'same', tokens: after.slice(a, (a += count)) }
  })
}

function countIn(steps: Step[], wanted: Step['kind']): number {
  return steps.filter(({ kind }) => kind === wanted).flatMap(({ tokens }) => tokens.filter(isWord)).length
}

function append<K extends string>(runs: { text: string; kind: K }[], text: string, kind: K): void {
  const last = runs.at(-1)
  if (last?.kind === kind) last.text += text
  else if (text) runs.push({ text, kind })
}
