/** Makes queries run again because what they show has changed. */
import type { Query, QueryClient } from '@tanstack/react-query'

/** `noun`: only what it is asked of, the first part of a key. */
export async function refresh(queries: QueryClient, noun?: string): Promise<void> {
  const shown = noun === undefined ? {} : { queryKey: [noun] }
  // A first answer that is still under way may be from before the change, and would be taken for new: invalidating alone waits for it.
  await queries.cancelQueries({ ...shown, predicate: isFirstTime })
  await queries.invalidateQueries(shown)
}

function isFirstTime({ state }: Query): boolean {
  return state.fetchStatus === 'fetching' && state.data === undefined
}
