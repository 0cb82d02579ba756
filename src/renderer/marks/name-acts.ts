/** What is done with speakers and issues from several places. Each says what happened and offers it back. */
import { client } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { toast, toastError } from '../ui/toast.tsx'

export type NameNoun = 'speaker' | 'issue'

const nouns = { speaker: { title: 'Speaker', without: 'a speaker' }, issue: { title: 'Issue', without: 'an issue' } }

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function undo(): void {
  client.call('history.undo', {}).catch(toastError)
}

export function toastDone(text: string): void {
  announce(text)
  toast({ text, action: { label: 'Undo', onClick: undo } })
}

/** Its statements go to `moveTo`, or stay without. Rejects with the sentence to show. */
export async function deleteName(noun: NameNoun, { id, statements }: { id: string; statements: number }, moveTo: { id: string; name: string } | null): Promise<void> {
  const input = { id, moveToId: moveTo?.id ?? null }
  await (noun === 'speaker' ? client.call('speakers.delete', input) : client.call('issues.delete', input))
  const { title, without } = nouns[noun]
  if (statements === 0) toastDone(`${title} deleted`)
  else toastDone(moveTo ? `${title} deleted. Its statements went to “${moveTo.name}”.` : `${title} deleted. Its statements stay, without ${without}.`)
}
