import type { ReactNode } from 'react'
import { queries, useAct, useOperation } from '../api.ts'
import { refresh } from '../refresh.ts'
import { Button } from '../ui/button.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { FolderForm } from '../unavailable/folder-form.tsx'
import { BackupList } from '../unavailable/library-forms.tsx'

/** Making, listing and restoring backups, and where they are copied to. */
export function Backups(): ReactNode {
  const create = useAct('backups.create')
  const handleCreate = (): void => create.mutate({}, {
    onSuccess: () => {
      void refresh(queries, 'backups')
      toast({ text: 'Backup made' })
    },
    onError: toastError,
  })
  return (
    <>
      <div className="settings-row">
        <span className="m">Counterpoint backs the library up every day that it is used, and checks each backup. It keeps the last ten days, one of each of four weeks and one of each of twelve months before, and the last ten that you asked for.</span>
        <Button disabled={create.isPending} onClick={handleCreate}>Back up now</Button>
      </div>
      <SecondPlace />
      <BackupList />
    </>
  )
}

/** Such as another drive: what is lost with this one is there. */
function SecondPlace(): ReactNode {
  const chosen = useOperation('settings.get', {}).data?.backupFolder
  const update = useAct('settings.update')
  if (chosen === undefined) return null
  if (chosen === null) return <ChoosePlace />
  return (
    <div className="settings-row">
      <span>Second place</span>
      <span className="settings-folder">{chosen}</span>
      <Button disabled={update.isPending} onClick={() => update.mutate({ backupFolder: null }, { onError: toastError })}>Stop copying there</Button>
    </div>
  )
}

function ChoosePlace(): ReactNode {
  const update = useAct('settings.update')
  const handleFolder = (backupFolder: string, onDone: () => void): void => update.mutate({ backupFolder }, { onSuccess: onDone, onError: toastError })
  return (
    <>
      <p className="m">Each backup can be copied to a second place as well, such as a folder on another drive.</p>
      <FolderForm label="Second place for backups" action="Copy there too" busy={update.isPending} onFolder={handleFolder} />
    </>
  )
}
