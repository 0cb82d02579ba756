import { useCallback, useMemo, useRef, useState } from 'react'
import { arrangeMatrix, type Matrix, type MatrixParts } from '../../shared/compare/matrix.ts'
import { marksOf, type FilteredMark, type MarkedArticle } from '../../shared/compare/statement-columns.ts'
import { everything, type Comparison, type ComparisonChoice, type Look } from '../../shared/comparison.ts'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { client, queries, useOperation } from '../api.ts'
import { toastError } from '../ui/toast.tsx'

/** What every view of a comparison is drawn from. */
export interface ComparisonView {
  /** Null while the one without a title has not been changed yet. */
  comparison: Comparison | null
  all: Comparison[]
  choice: ComparisonChoice
  change: (changed: Partial<ComparisonChoice>) => void
  /** Every statement, filtered or not. */
  marks: FilteredMark[]
  /** All that are not in the bin. */
  articles: MarkedArticle[]
  speakers: Speaker[]
  issues: Issue[]
  looks: Look[]
  matrix: Matrix
}

/** Going from one view to another, the same statements are not arranged again. */
const marksFrom = rememberLast(marksOf)
const matrixFrom = rememberLast((parts: MatrixParts<FilteredMark>) => arrangeMatrix(parts))

function rememberLast<I extends object, O>(make: (input: I) => O): (input: I) => O {
  let last: { input: I; output: O } | undefined
  return (input) => {
    if (!last || !isSame(last.input, input)) last = { input, output: make(input) }
    return last.output
  }
}

/** With the very same values in it. */
function isSame<I extends object>(a: I, b: I): boolean {
  return a === b || Object.entries(a).every(([name, value]) => b[name as keyof I] === value)
}

/** A choice that says the same is the same: what main has stored of it makes nothing anew. */
const keepSame = ((): ((choice: ComparisonChoice) => ComparisonChoice) => {
  let last = { json: '', choice: everything }
  return (choice) => {
    const json = JSON.stringify(choice)
    if (json !== last.json) last = { json, choice }
    return last.choice
  }
})()

/** Without an identifier: the comparison without a title. Undefined data while it comes. */
export function useComparison(comparisonId?: string): { view: ComparisonView | undefined; error: Error | null } {
  const columns = useOperation('statements.columns', {})
  const speakers = useOperation('speakers.list', {})
  const issues = useOperation('issues.list', {})
  const looks = useOperation('looks.list', {})
  const comparisons = useOperation('comparisons.list', {})
  const marks = columns.data && marksFrom(columns.data)
  const comparison = comparisons.data?.find(({ id, title }) => (comparisonId ? id === comparisonId : title === '')) ?? null
  const { choice, change } = useChoice(comparison)
  const error = columns.error ?? speakers.error ?? issues.error ?? looks.error ?? comparisons.error
    ?? (comparisonId && comparisons.data && !comparison ? new Error('That comparison is not in the library any more. Choose another.') : null)
  const view = useMemo(() => {
    if (!columns.data || !marks || !speakers.data || !issues.data || !looks.data || !comparisons.data) return undefined
    const parts = { marks, speakers: speakers.data, issues: issues.data, looks: looks.data, choice }
    return { ...parts, comparison, all: comparisons.data, change, articles: columns.data.articles, matrix: matrixFrom(parts) }
  }, [columns.data, marks, speakers.data, issues.data, looks.data, comparisons.data, comparison, choice, change])
  return { view, error }
}

/** A change is shown at once; what main has stored counts again when all changes are stored. */
function useChoice(comparison: Comparison | null): Pick<ComparisonView, 'choice' | 'change'> {
  const [wanted, setWanted] = useState<ComparisonChoice | null>(null)
  const pending = useRef(0)
  const choice = keepSame(wanted ?? comparison?.choice ?? everything)
  const id = comparison?.id ?? null
  const change = useCallback((changed: Partial<ComparisonChoice>): void => {
    setWanted((known) => ({ ...known ?? choice, ...changed }))
    pending.current += 1
    client.call('comparisons.update', { id, ...changed }).then(showStored, toastError).finally(() => {
      pending.current -= 1
      if (pending.current === 0) setWanted(null)
    })
  }, [id, choice])
  return { choice, change }
}

function showStored(stored: Comparison): void {
  queries.setQueryData<Comparison[]>(['comparisons', 'comparisons.list', {}], (known = []) => (known.some(({ id }) => id === stored.id) ? known.map((one) => (one.id === stored.id ? stored : one)) : [stored, ...known]))
}
