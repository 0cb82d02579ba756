import { useState, type ReactNode } from 'react'
import { Ellipsis, PencilLine, SlidersHorizontal, Trash2 } from 'lucide-react'
import { client } from '../api.ts'
import { DeleteNameDialog } from '../marks/delete-name-dialog.tsx'
import { navigate } from '../route.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'

export interface NameMenuProps {
  noun: 'speaker' | 'issue'
  id: string
  name: string
  /** How many it has in the library. */
  statements: number
}

/** For a speaker or issue that was mistyped; all else is on its own screen. */
export function NameMenu({ noun, id, name, statements }: NameMenuProps): ReactNode {
  const [renaming, setRenaming] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const rename = (next: string): Promise<unknown> => (noun === 'speaker' ? client.call('speakers.update', { id, name: next }) : client.call('issues.update', { id, proposition: next }))
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton small label={`More for ${noun}`} icon={Ellipsis} />}
        items={[
          { label: 'Rename…', icon: PencilLine, onChoose: () => setRenaming(true) },
          { label: noun === 'speaker' ? 'Show speaker' : 'Show issue', icon: SlidersHorizontal, onChoose: () => navigate({ screen: 'names', kind: `${noun}s`, id }) },
          { label: 'Delete…', icon: Trash2, danger: true, onChoose: () => setDeleting(true) },
        ]}
      />
      {renaming && <NameDialog title={`Rename ${noun}`} action="Rename" name={name} onSave={rename} onClose={() => setRenaming(false)} />}
      {deleting && <DeleteNameDialog noun={noun} id={id} name={name} statements={statements} onClose={() => setDeleting(false)} />}
    </>
  )
}
