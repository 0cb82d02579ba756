import { useState, type FormEvent, type ReactNode } from 'react'
import { useOperation } from '../api.ts'
import { longDate } from '../marks/citation.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker } from '../ui/picker.tsx'

/** Which article goes beside this one. */
export function BesideDialog({ articleId, onClose }: { articleId: string; onClose: () => void }): ReactNode {
  const articles = useOperation('articles.list', {}).data ?? []
  const [otherId, setOther] = useState<string | null>(null)
  const first = articles.find(({ id }) => id === articleId)
  const others = articles.filter(({ id }) => id !== articleId).map(({ id, title, publisher, published }) => ({ id, name: title, detail: [publisher, longDate(published)].filter(Boolean).join(', ') }))
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (!otherId) return
    onClose()
    navigate({ screen: 'split', leftId: articleId, rightId: otherId })
  }
  return (
    <Dialog title="Open beside" open onClose={onClose} width={520} firstFocus="input" footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" type="submit" form="beside" disabled={!otherId}>Open</Button></>}>
      <form id="beside" onSubmit={handleSubmit}>
        <p className="m">{others.length === 0 ? 'There is no other article in the library yet.' : `Which article beside “${first?.title ?? ''}”?`}</p>
        <Picker label="Article beside" items={others} value={otherId} placeholder="Type to find an article" long onPick={setOther} />
      </form>
    </Dialog>
  )
}
