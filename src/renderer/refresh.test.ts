import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, onTestFinished } from 'vitest'
import { refresh } from './refresh.ts'

/** A screen that asks for `key` and is answered by the test. */
function aScreen(queries: QueryClient, ...key: string[]) {
  const answers: ((value: string) => void)[] = []
  const asked: (() => void)[] = []
  const observer = new QueryObserver<string>(queries, {
    queryKey: key, staleTime: Infinity, retry: false,
    queryFn: () => new Promise((resolve) => {
      answers.push(resolve)
      asked.shift()?.()
    }),
  })
  const shown = { value: undefined as string | undefined, seen: undefined as (() => void) | undefined }
  onTestFinished(observer.subscribe(({ data }) => {
    shown.value = data
    shown.seen?.()
  }))
  return {
    answers,
    again: () => new Promise<void>((resolve) => { asked.push(resolve) }),
    until: (value: string) => new Promise<void>((resolve) => {
      shown.seen = () => { if (shown.value === value) resolve() }
      shown.seen()
    }),
  }
}

it('asks anew where the first answer was still under way', async () => {
  const queries = new QueryClient()
  const screen = aScreen(queries, 'speakers', 'speakers.list')
  const other = aScreen(queries, 'issues', 'issues.list')
  const again = screen.again()
  void refresh(queries, 'speakers')
  await again
  screen.answers[0]!('before the change')
  screen.answers[1]!('after the change')
  await screen.until('after the change')
  expect(other.answers).toHaveLength(1)
})

it('asks anew where an answer is shown', async () => {
  const queries = new QueryClient()
  const screen = aScreen(queries, 'speakers', 'speakers.list')
  screen.answers[0]!('before')
  await screen.until('before')
  const again = screen.again()
  void refresh(queries)
  await again
  screen.answers[1]!('after')
  await screen.until('after')
})
