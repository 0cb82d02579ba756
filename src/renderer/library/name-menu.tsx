import { useState, type ReactNode } from 'react'
import { Check, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { client } from '../api.ts'
import { navigate, parseAddress } from '../route.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { NameDialog } from './name-dialog.tsx'
import { undoLast } from './undo-last.ts'

type Noun = 'collection' | 'tag' | 'speaker' | 'issue'

const rename: Record<Noun, (id: string, name: string) => Promise<unknown>> = {
  collection: (id, name) => client.call('collections.rename', { id, name }),
  tag: (id, name) => client.call('tags.rename', { id, name }),
  speaker: (id, name) => client.call('speakers.update', { id, name }),
  issue: (id, proposition) => client.call('issues.update', { id, proposition }),
}
const remove: Record<Noun, (id: string) => Promise<unknown>> = {
  collection: (id) => client.call('collections.delete', { id }),
  tag: (id) => client.call('tags.delete', { id }),
  speaker: (id) => client.call('speakers.delete', { id }),
  issue: (id) => client.call('issues.delete', { id }),
}
const deleted: Record<Noun, string> = {
  collection: 'Collection deleted. Its articles stay.', tag: 'Tag deleted. Its articles stay.',
  speaker: 'Speaker deleted. Its statements stay, without a speaker.', issue: 'Issue deleted. Its statements stay, without an issue.',
}
const colourNames = ['Blue', 'Vermilion', 'Green', 'Ochre', 'Sky', 'Rose', 'Brown', 'Slate']

/** Rename, recolour, delete: for one entry of the sidebar. */
export function NameMenu({ noun, id, name, colour }: { noun: Noun; id: string; name: string; colour?: number }): ReactNode {
  const [renaming, setRenaming] = useState(false)

  const handleDelete = (): void => {
    remove[noun](id).then(() => {
      toast({ text: deleted[noun], action: { label: 'Undo', onClick: undoLast } })
      const route = parseAddress(window.location.hash)
      if (route.screen === 'library' && (route.tagId === id || route.collectionId === id)) navigate({ screen: 'library' })
    }, toastError)
  }
  const colours: (MenuItem | null)[] = colour === undefined ? [] : [
    null,
    ...colourNames.map((shown, index): MenuItem => ({
      label: shown,
      ...(colour === index + 1 ? { icon: Check } : {}),
      onChoose: () => { client.call('speakers.update', { id, colour: index + 1 }).catch(toastError) },
    })),
    null,
  ]

  return (
    <>
      <Menu
        trigger={<IconButton small className="nav-more" icon={Ellipsis} label={`More for ${name}`} />}
        items={[
          { label: 'Rename…', icon: Pencil, onChoose: () => setRenaming(true) },
          ...colours,
          { label: 'Delete', icon: Trash2, danger: true, onChoose: handleDelete },
        ]}
      />
      {renaming && <NameDialog title={`Rename ${noun}`} action="Rename" name={name} onSave={(typed) => rename[noun](id, typed)} onClose={() => setRenaming(false)} />}
    </>
  )
}
