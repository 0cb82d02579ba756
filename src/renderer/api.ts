/** The door to main. The only file that knows which face it is on. */
import { QueryClient, useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { CounterpointClient, CounterpointEvent, Input, OperationName, Output } from '../shared/contract.ts'
import type { Highlight } from '../shared/highlight.ts'
import { createClient, type AppError } from '../shared/rpc.ts'
import { refresh } from './refresh.ts'
import { bridge, ipcTransport } from './transport-ipc.ts'
import { httpTransport } from './transport-http.ts'

const door: CounterpointClient = createClient(bridge ? ipcTransport(bridge) : httpTransport())

/** Calls that are not answered yet. */
const underWay = new Set<Promise<unknown>>()

/** Once every call that has been made is answered, also those that the handlers of this moment make. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  await Promise.allSettled(underWay)
}

export const client: CounterpointClient = {
  ...door,
  call: async (name, input) => {
    const answer = door.call(name, input)
    underWay.add(answer)
    const output = await answer.finally(() => underWay.delete(answer))
    if (name === 'highlights.create') showMade(output as Output<'highlights.create'>)
    return output
  },
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})

/** Main's answer joins the list at once, which is long and comes again only a moment later. */
function showMade(made: Highlight): void {
  queries.setQueryData<Highlight[]>(['highlights', 'highlights.list', { articleId: made.articleId }], (known) => {
    if (!known || known.some((one) => one.id === made.id)) return known
    const at = known.findIndex((one) => one.ranges[0]!.start > made.ranges[0]!.start)
    return known.toSpliced(at < 0 ? known.length : at, 0, made)
  })
}

/** Reads; runs again whenever main says that something it shows has changed. `fresh`: also whenever a screen begins to show it. */
export function useOperation<N extends OperationName>(name: N, input: Input<N>, options: { enabled?: boolean; keepPrevious?: boolean; fresh?: boolean } = {}): UseQueryResult<Output<N>, AppError> {
  return useQuery<Output<N>, AppError>({
    queryKey: [nounOf(name), name, input],
    queryFn: () => client.call(name, input),
    enabled: options.enabled ?? true,
    ...(options.fresh ? { refetchOnMount: 'always' as const } : {}),
    ...(options.keepPrevious ? { placeholderData: (previous: Output<N> | undefined) => previous as never } : {}),
  })
}

/** Writes. Main's events bring the new state; nothing is guessed here. */
export function useAct<N extends OperationName>(name: N): UseMutationResult<Output<N>, AppError, Input<N>> {
  return useMutation<Output<N>, AppError, Input<N>>({ mutationFn: (input) => client.call(name, input) })
}

function nounOf(name: OperationName): string {
  return name.slice(0, name.indexOf('.'))
}

/** What each noun's queries also show, so that they run again when it changes. */
const shownWith: Record<string, string[]> = {
  articles: ['articles', 'statements', 'speakers', 'issues', 'tags', 'collections', 'search', 'highlights', 'notes', 'looks', 'revisions', 'drafts'],
  highlights: ['highlights', 'articles', 'statements', 'search', 'notes', 'drafts'],
  statements: ['statements', 'highlights', 'articles', 'speakers', 'issues'],
  speakers: ['speakers', 'statements', 'articles', 'highlights', 'notes', 'search', 'looks', 'comparisons'],
  issues: ['issues', 'statements', 'notes', 'search', 'looks', 'comparisons'],
  notes: ['notes', 'highlights', 'statements', 'search'],
  tags: ['tags', 'articles', 'statements', 'highlights'],
  collections: ['collections', 'articles', 'statements'],
  comparisons: ['comparisons', 'notes', 'search'],
  looks: ['looks'],
  drafts: ['drafts'],
  events: ['events'],
  history: ['history'],
  damage: ['damage'],
  backups: ['backups', 'library'],
  settings: ['settings', 'backups', 'spelling'],
}

export function refreshAfter(event: CounterpointEvent): void {
  if (event.name === 'library.changed') void refresh(queries)
  const noun = event.name.slice(0, event.name.indexOf('.'))
  if (!event.name.endsWith('.changed')) return
  for (const shown of shownWith[noun] ?? []) void refresh(queries, shown)
}
