import { useState, type ReactNode } from 'react'
import { Check, Ellipsis, Pencil, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { Recorded } from '../../shared/history.ts'
import { client } from '../api.ts'
import { colourNames } from '../marks/colour-names.ts'
import { DeleteNameDialog } from '../marks/delete-name-dialog.tsx'
import { deleteName } from '../marks/name-acts.ts'
import { toastDone } from '../marks/toast-done.ts'
import { navigate, parseAddress } from '../route.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { toastError } from '../ui/toast.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'

type Noun = 'collection' | 'tag' | 'speaker' | 'issue'

const rename: Record<Noun, (id: string, name: string) => Promise<unknown>> = {
  collection: (id, name) => client.call('collections.rename', { id, name }),
  tag: (id, name) => client.call('tags.rename', { id, name }),
  speaker: (id, name) => client.call('speakers.update', { id, name }),
  issue: (id, proposition) => client.call('issues.update', { id, proposition }),
}
const removeLabel: Record<'collection' | 'tag', (id: string) => Promise<Recorded>> = {
  collection: (id) => client.call('collections.delete', { id }),
  tag: (id) => client.call('tags.delete', { id }),
}

export interface NameMenuProps {
  noun: Noun
  id: string
  name: string
  colour?: number
  /** Of a speaker or an issue. */
  statements?: number
}

/** Rename, recolour, delete: for one entry of the sidebar. */
export function NameMenu({ noun, id, name, colour, statements = 0 }: NameMenuProps): ReactNode {
  const [renaming, setRenaming] = useState(false)
  const [deleting, setDeleting] = useState(false)

  const handleDelete = (): void => {
    if (noun === 'speaker' || noun === 'issue') {
      if (statements > 0) setDeleting(true)
      else deleteName(noun, { id, statements }, null).catch(toastError)
      return
    }
    removeLabel[noun](id).then((done) => {
      toastDone(noun === 'tag' ? 'Tag deleted. Its articles stay.' : 'Collection deleted. Its articles stay.', done)
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
          ...(noun === 'speaker' || noun === 'issue' ? [{ label: `Show ${noun}`, icon: SlidersHorizontal, onChoose: () => navigate({ screen: 'names', kind: `${noun}s`, id }) }] : []),
          { label: statements > 0 ? 'Delete…' : 'Delete', icon: Trash2, danger: true, onChoose: handleDelete },
        ]}
      />
      {deleting && (noun === 'speaker' || noun === 'issue') && <DeleteNameDialog noun={noun} id={id} name={name} statements={statements} onClose={() => setDeleting(false)} />}
      {renaming && <NameDialog title={`Rename ${noun}`} action="Rename" name={name} onSave={(typed) => rename[noun](id, typed)} onClose={() => setRenaming(false)} />}
    </>
  )
}
