import { useState, type FormEvent, type ReactNode } from 'react'
import { FolderOpen } from 'lucide-react'
import { client, useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'

export interface FolderFormProps {
  /** The field's name. */
  label: string
  action: string
  busy: boolean
  /** Calls `onDone` when the folder was taken: the field is empty again. */
  onFolder: (folder: string, onDone: () => void) => void
}

/** Asks for a folder, by its path or, where the face can, by the system's own dialog. */
export function FolderForm({ label, action, busy, onFolder }: FolderFormProps): ReactNode {
  const [folder, setFolder] = useState('')
  const info = useOperation('app.info', {}).data
  const handleFolder = (wanted: string): void => onFolder(wanted, () => setFolder(''))
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    handleFolder(folder.trim())
  }
  const handleChoose = (): void => {
    client.call('app.chooseFolder', {}).then(({ folder: chosen }) => { if (chosen) handleFolder(chosen) }, toastError)
  }
  return (
    <form className="open-library" onSubmit={handleSubmit}>
      <label className="field">
        <input aria-label={label} placeholder="Path of a folder" spellCheck={false} autoComplete="off" value={folder} onChange={(event) => setFolder(event.target.value)} />
      </label>
      <Button type="submit" large disabled={busy || folder.trim() === ''}>{action}</Button>
      {info?.capabilities.chooseFolder && <Button large icon={FolderOpen} disabled={busy} onClick={handleChoose}>Choose folder…</Button>}
    </form>
  )
}
