/** What both the settings and the page for a library that can't be opened offer: its backups, and opening another. */
import { useState, type ReactNode } from 'react'
import { TriangleAlert } from 'lucide-react'
import type { Backup } from '../../shared/library.ts'
import { queries, useAct, useOperation } from '../api.ts'
import { refresh } from '../refresh.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { FolderForm } from './folder-form.tsx'
import { backupDate, backupWords } from './backup-words.ts'
import './library-forms.css'

export function BackupList(): ReactNode {
  const { data: backups, error } = useOperation('backups.list', {})
  const [chosen, setChosen] = useState<Backup | null>(null)

  if (error) return <p className="err" role="alert">{error.message}</p>
  if (!backups) return null
  if (backups.length === 0) return <p className="m">There are no backups yet.</p>
  return (
    <>
      <ul className="backups" aria-label="Backups">
        {backups.map((backup) => (
          <li key={backup.name} className="backup">
            <div>
              <p className="tnum">{backupDate(backup)}</p>
              <p className="m">{backupWords(backup)}</p>
              {backup.damaged && <p className="backup-damaged"><TriangleAlert size={14} strokeWidth={1.5} aria-hidden />Damaged, as the library was then: it does not count, and can’t be restored</p>}
            </div>
            {!backup.damaged && <Button aria-label={`Restore backup of ${backupDate(backup)}`} onClick={() => setChosen(backup)}>Restore</Button>}
          </li>
        ))}
      </ul>
      <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />
    </>
  )
}

function RestoreDialog({ backup, onClose }: { backup: Backup | null; onClose: () => void }): ReactNode {
  const restore = useAct('backups.restore')
  const handleRestore = (): void => {
    if (!backup) return
    restore.mutate({ name: backup.name }, {
      onSuccess: () => {
        toast({ text: 'Backup restored' })
        void refresh(queries)
        onClose()
      },
      onError: toastError,
    })
  }
  const footer = (
    <>
      <Button large onClick={onClose}>Cancel</Button>
      <Button variant="primary" large disabled={restore.isPending} onClick={handleRestore}>Restore</Button>
    </>
  )
  return (
    <Dialog title="Restore this backup?" open={backup !== null} onClose={onClose} width={440} footer={footer}>
      {backup && <p>The library goes back to what it held on {backupDate(backup)}. What it holds now is backed up first; a damaged library is kept aside.</p>}
    </Dialog>
  )
}

/** Opens the library in a folder, and makes one there if the folder holds none. */
export function OpenLibraryForm(): ReactNode {
  const open = useAct('library.open')
  const handleOpen = (folder: string, onDone: () => void): void => {
    open.mutate({ folder }, {
      onSuccess: (state) => {
        void refresh(queries)
        if (state.state === 'unavailable') return toast({ text: state.message, error: true })
        onDone()
        toast({ text: 'Library opened' })
      },
      onError: toastError,
    })
  }
  return <FolderForm label="Folder of a library" action="Open library" busy={open.isPending} onFolder={handleOpen} />
}
