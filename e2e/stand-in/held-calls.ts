/** Calls of the page that a test holds on their way to main, or counts: the operation is the first thing that a call gives. */
const waiting: (() => void)[] = []
const answered = new Map<unknown, number>()
let holding: string | undefined

export const heldCalls = {
  hold(operation: string): void {
    holding = operation
  },
  count: (): number => waiting.length,
  /** All: and none is held any more. */
  letGo(which: 'first' | 'all'): void {
    if (which === 'all') holding = undefined
    for (const go of waiting.splice(0, which === 'first' ? 1 : Infinity)) go()
  },
  answered: (operation: string): number => answered.get(operation) ?? 0,
}

/** Carries a call out once nothing holds it. */
export async function passing<T>([operation]: unknown[], carryOut: () => T): Promise<Awaited<T>> {
  if (holding !== undefined && operation === holding) await new Promise<void>((resolve) => { waiting.push(resolve) })
  const result = await carryOut()
  answered.set(operation, (answered.get(operation) ?? 0) + 1)
  return result
}
