import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { ArticleSummary } from '../../shared/article.ts'
import { sameName } from '../../shared/same-name.ts'
import { client, useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toastError } from '../ui/toast.tsx'
import './article-details.css'

export interface ArticleLabelsDialogProps {
  article: ArticleSummary
  open: boolean
  onClose: () => void
}

/** Each choice takes effect at once. */
export function ArticleLabelsDialog({ article, open, onClose }: ArticleLabelsDialogProps): ReactNode {
  const tags = useOperation('tags.list', {}, { enabled: open }).data
  const collections = useOperation('collections.list', {}, { enabled: open }).data
  const ids = [article.id]
  return (
    <Dialog title="Tags and collections" open={open} onClose={onClose} width={600} footer={<Button variant="primary" large onClick={onClose}>Done</Button>}>
      <div className="labels">
        <Labels
          title="Tags"
          noun="tag"
          all={tags}
          given={article.tagIds}
          onGive={(tagId, on) => client.call('articles.setTag', { ids, tagId, on })}
          onAdd={(name) => client.call('tags.create', { name })}
        />
        <Labels
          title="Collections"
          noun="collection"
          all={collections}
          given={article.collectionIds}
          onGive={(collectionId, on) => client.call('articles.setCollection', { ids, collectionId, on })}
          onAdd={(name) => client.call('collections.create', { name })}
        />
      </div>
    </Dialog>
  )
}

interface LabelsProps {
  title: string
  noun: 'tag' | 'collection'
  all: { id: string; name: string }[] | undefined
  given: string[]
  onGive: (id: string, on: boolean) => Promise<unknown>
  onAdd: (name: string) => Promise<{ id: string }>
}

function Labels({ title, noun, all, given, onGive, onAdd }: LabelsProps): ReactNode {
  const heading = useId()
  const { isGiven, give } = useGiving(given, onGive)
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {all?.length === 0 && <p className="labels-none m">No {noun}s yet.</p>}
      {all && all.length > 0 && (
        <ul className="labels-list">
          {all.map((one) => (
            <li key={one.id}>
              <label className="labels-choice">
                <input type="checkbox" checked={isGiven(one.id)} onChange={(event) => give(one.id, event.target.checked)} />
                <span>{one.name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <AddLabel noun={noun} all={all ?? []} onAdd={onAdd} onGive={give} />
    </section>
  )
}

/** What was just chosen shows at once, until the article itself says so or main refuses. */
function useGiving(given: string[], onGive: LabelsProps['onGive']): { isGiven: (id: string) => boolean; give: (id: string, on: boolean) => void } {
  const [last, setLast] = useState<{ given: string[]; choices: ReadonlyMap<string, boolean> }>({ given, choices: new Map() })
  const choices = last.given === given ? last.choices : new Map<string, boolean>()
  return {
    isGiven: (id) => choices.get(id) ?? given.includes(id),
    give: (id, on) => {
      setLast({ given, choices: new Map(choices).set(id, on) })
      onGive(id, on).catch((error: Error) => {
        setLast((now) => ({ ...now, choices: new Map([...now.choices].filter(([key]) => key !== id)) }))
        toastError(error)
      })
    },
  }
}

interface AddLabelProps {
  noun: 'tag' | 'collection'
  all: { id: string; name: string }[]
  onAdd: (name: string) => Promise<{ id: string }>
  onGive: (id: string, on: boolean) => void
}

function AddLabel({ noun, all, onAdd, onGive }: AddLabelProps): ReactNode {
  const [name, setName] = useState('')
  const handleSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wanted = name.trim()
    if (!wanted) return
    const known = all.find((one) => sameName(one.name, wanted))
    try {
      const { id } = known ?? await onAdd(wanted)
      setName('')
      onGive(id, true)
    } catch (error) {
      toastError(error as Error)
    }
  }
  return (
    <form className="labels-add" onSubmit={(event) => void handleSubmit(event)}>
      <div className="field"><input aria-label={`New ${noun}`} placeholder={`New ${noun}`} spellCheck={false} autoComplete="off" maxLength={500} value={name} onChange={(event) => setName(event.target.value)} /></div>
      <Button type="submit" large disabled={name.trim() === ''}>Add {noun}</Button>
    </form>
  )
}
