import { useState, type FormEvent, type ReactNode } from 'react'
import { queries, useAct } from '../api.ts'
import { refresh } from '../refresh.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'

/** Saves what is still held of a library that was taken away, as a library of its own, and opens that one. */
export function RescueCopy({ offered }: { offered: string }): ReactNode {
  const [folder, setFolder] = useState(offered)
  const rescue = useAct('library.rescue')
  const open = useAct('library.open')
  const saved = rescue.data?.folder

  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    rescue.mutate({ folder: folder.trim() }, { onError: toastError })
  }
  const handleOpen = (): void => {
    if (saved) open.mutate({ folder: saved }, { onSuccess: () => { void refresh(queries) }, onError: toastError })
  }
  return (
    <section aria-label="Rescue copy">
      <h2>Save a rescue copy</h2>
      <p className="rescue-words">Counterpoint still holds all that was stored until then, until another library is opened.</p>
      {saved === undefined && (
        <form className="open-library" onSubmit={handleSubmit}>
          <label className="field">
            <input aria-label="Folder of the rescue copy" spellCheck={false} autoComplete="off" value={folder} onChange={(event) => setFolder(event.target.value)} />
          </label>
          <Button type="submit" variant="primary" large disabled={rescue.isPending || folder.trim() === ''}>Save rescue copy</Button>
        </form>
      )}
      {saved !== undefined && (
        <>
          <p className="rescue-words" role="status">The rescue copy is in {saved}.</p>
          <Button variant="primary" large disabled={open.isPending} onClick={handleOpen}>Open the rescue copy</Button>
        </>
      )}
    </section>
  )
}
