import { useId, useState, type ReactNode } from 'react'
import { Ellipsis, PencilLine, SlidersHorizontal, Trash2 } from 'lucide-react'
import { client } from '../api.ts'
import { DeleteNameDialog } from '../marks/delete-name-dialog.tsx'
import { navigate } from '../route.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'

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
      {renaming && <RenameDialog noun={noun} id={id} name={name} onClose={() => setRenaming(false)} />}
      {deleting && <DeleteNameDialog noun={noun} id={id} name={name} statements={statements} onClose={() => setDeleting(false)} />}
    </>
  )
}

function RenameDialog({ noun, id, name, onClose }: Omit<NameMenuProps, 'statements'> & { onClose: () => void }): ReactNode {
  const [typed, setTyped] = useState(name)
  const [problem, setProblem] = useState('')
  const formId = useId()
  const problemId = useId()

  const handleSave = async (): Promise<void> => {
    const next = typed.trim()
    if (next === '') return setProblem('Write a name.')
    try {
      if (next !== name) await (noun === 'speaker' ? client.call('speakers.update', { id, name: next }) : client.call('issues.update', { id, proposition: next }))
      onClose()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }

  return (
    <Dialog
      title={`Rename ${noun}`}
      open
      onClose={onClose}
      width={440}
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" type="submit" form={formId}>Rename</Button></>}
    >
      <form id={formId} onSubmit={(event) => { event.preventDefault(); void handleSave() }}>
        <div className={`field ${problem ? 'is-error' : ''}`}>
          <input
            aria-label="Name"
            autoFocus
            value={typed}
            aria-invalid={problem !== ''}
            aria-describedby={problem ? problemId : undefined}
            onChange={(event) => { setTyped(event.target.value); setProblem('') }}
          />
        </div>
        {problem && <p className="err" id={problemId} role="alert">{problem}</p>}
      </form>
    </Dialog>
  )
}
