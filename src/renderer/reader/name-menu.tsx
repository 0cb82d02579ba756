import { useId, useState, type ReactNode } from 'react'
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { client } from '../api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { toastDeleted } from './delete-marks.ts'
import type { Saving } from './use-saving.ts'

export interface NameMenuProps {
  noun: 'speaker' | 'issue'
  id: string
  name: string
  run: Saving['run']
}

/** For a speaker or issue that was mistyped. */
export function NameMenu({ noun, id, name, run }: NameMenuProps): ReactNode {
  const [renaming, setRenaming] = useState(false)
  const handleDelete = async (): Promise<void> => {
    const done = await run(noun === 'speaker' ? client.call('speakers.delete', { id }) : client.call('issues.delete', { id }))
    if (done) toastDeleted(noun === 'speaker' ? 'Speaker' : 'Issue')
  }
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton small label={`More for ${noun}`} icon={Ellipsis} />}
        items={[
          { label: 'Rename…', icon: PencilLine, onChoose: () => setRenaming(true) },
          { label: 'Delete', icon: Trash2, danger: true, onChoose: () => { void handleDelete() } },
        ]}
      />
      {renaming && <RenameDialog noun={noun} id={id} name={name} onClose={() => setRenaming(false)} />}
    </>
  )
}

function RenameDialog({ noun, id, name, onClose }: Omit<NameMenuProps, 'run'> & { onClose: () => void }): ReactNode {
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
