import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { X } from 'lucide-react'
import type { Alias, Speaker } from '../../shared/speaker.ts'
import { client, useOperation } from '../api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import { toastError } from '../ui/toast.tsx'

/** What else the speaker is called: everywhere ("Paris"), or in one article ("he"). */
export function OtherNames({ speaker }: { speaker: Speaker }): ReactNode {
  const articles = useOperation('articles.list', {}).data ?? []
  const titleOf = (alias: Alias): string => (alias.articleId ? `in “${articles.find((one) => one.id === alias.articleId)?.title ?? 'an article in the bin'}”` : 'everywhere')
  const places = articles.map(({ id, title }) => ({ id, name: title }))
  const [typed, setTyped] = useState('')
  // Null: everywhere.
  const [where, setWhere] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const problemId = useId()

  const handleAdd = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() === '') return setProblem('Write a name.')
    client.call('speakers.addAlias', { id: speaker.id, name: typed.trim(), articleId: where })
      .then(() => setTyped(''), (error: Error) => setProblem(error.message))
  }
  const handleRemove = (alias: Alias): void => {
    client.call('speakers.removeAlias', { id: speaker.id, ...alias }).catch(toastError)
  }
  return (
    <div>
      {speaker.aliases.length > 0 && (
        <ul className="names-aliases" aria-label="Other names">
          {speaker.aliases.map((alias) => (
            <li key={`${alias.articleId} ${alias.name}`} className="names-alias" title={`${alias.name}, ${titleOf(alias)}`}>
              <b>{alias.name}</b> <span>{titleOf(alias)}</span>
              <IconButton small icon={X} label={`Remove “${alias.name}”, ${titleOf(alias)}`} onClick={() => handleRemove(alias)} />
            </li>
          ))}
        </ul>
      )}
      <form className="names-add-alias" onSubmit={handleAdd}>
        <div className={`field ${problem ? 'is-error' : ''}`}>
          <input aria-label="Another name" placeholder="Another name" value={typed} maxLength={500} onChange={(event) => { setTyped(event.target.value); setProblem('') }} {...(problem ? { 'aria-invalid': true, 'aria-describedby': problemId } : {})} />
        </div>
        <Picker label="Where it is used" items={places} value={where} placeholder="Everywhere" onPick={setWhere} />
        <Button type="submit">Add name</Button>
      </form>
      {problem && <p className="err" id={problemId} role="alert">{problem}</p>}
    </div>
  )
}
