import { useState, type ReactNode } from 'react'
import { Plus } from 'lucide-react'
import { client } from '../api.ts'
import { IconButton } from '../ui/button.tsx'
import { NameDialog } from '../ui/name-dialog.tsx'

const create = {
  collection: (name: string) => client.call('collections.create', { name }),
  tag: (name: string) => client.call('tags.create', { name }),
  speaker: (name: string) => client.call('speakers.create', { name }),
  issue: (proposition: string) => client.call('issues.create', { proposition }),
}

/** The plus beside a group's name. */
export function AddName({ noun }: { noun: keyof typeof create }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton small icon={Plus} label={`Add ${noun}`} onClick={() => setOpen(true)} />
      {open && <NameDialog title={`Add ${noun}`} action="Add" onSave={create[noun]} onClose={() => setOpen(false)} />}
    </>
  )
}
