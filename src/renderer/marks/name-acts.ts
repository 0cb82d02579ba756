/** What is done with speakers and issues from several places. Each says what happened and offers it back. */
import { client } from '../api.ts'
import { toastDone } from './toast-done.ts'

export type NameNoun = 'speaker' | 'issue'

const nouns = { speaker: { title: 'Speaker', without: 'a speaker' }, issue: { title: 'Issue', without: 'an issue' } }

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Its statements go to `moveTo`, or stay without. Rejects with the sentence to show. */
export async function deleteName(noun: NameNoun, { id, statements }: { id: string; statements: number }, moveTo: { id: string; name: string } | null): Promise<void> {
  const input = { id, moveToId: moveTo?.id ?? null }
  const done = await (noun === 'speaker' ? client.call('speakers.delete', input) : client.call('issues.delete', input))
  const { title, without } = nouns[noun]
  if (statements === 0) toastDone(`${title} deleted`, done)
  else toastDone(moveTo ? `${title} deleted. Its statements went to “${moveTo.name}”.` : `${title} deleted. Its statements stay, without ${without}.`, done)
}
