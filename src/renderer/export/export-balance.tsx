import type { ReactNode } from 'react'
import { BalanceLists } from '../comparing/balance-lists.tsx'
import { useComparison } from '../comparing/use-comparison.ts'

/** What the comparison lacks, before it is handed on. */
export function ExportBalance({ comparisonId }: { comparisonId: string | null }): ReactNode {
  const { view } = useComparison(comparisonId ?? undefined)
  if (!view) return null
  return (
    <>
      <h3>Balance</h3>
      <BalanceLists matrix={view.matrix} />
    </>
  )
}
