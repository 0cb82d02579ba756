/** Makes queries run again because what they show has changed. */
import { notifyManager, type Query, type QueryClient } from '@tanstack/react-query'

/** `key`: only queries whose keys begin so; a noun is the first part. Settles once what is on a screen has its new answer. */
export async function refresh(queries: QueryClient, ...key: string[]): Promise<void> {
  const shown = { queryKey: key }
  // A first answer that is still under way may be from before the change, and would be taken for new: invalidating alone waits for it.
  await queries.cancelQueries({ ...shown, predicate: isFirstTime })
  await queries.invalidateQueries(shown)
  // Screens hear of it in the client's own time.
  await new Promise<void>((resolve) => notifyManager.schedule(resolve))
}

function isFirstTime({ state }: Query): boolean {
  return state.fetchStatus === 'fetching' && state.data === undefined
}
