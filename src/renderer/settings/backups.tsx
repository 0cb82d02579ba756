import { useState, type FormEvent, type ReactNode } from 'react'
import { FolderOpen } from 'lucide-react'
import { client, queries, useAct, useOperation } from '../api.ts'
import { refresh } from '../refresh.ts'
import { Button } from '../ui/button.tsx'
import { toast, toastError } from '../ui/toast.tsx'
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
  const [folder, setFolder] = useState('')
  const update = useAct('settings.update')
  const info = useOperation('app.info', {}).data
  const choose = (backupFolder: string): void => update.mutate({ backupFolder }, { onSuccess: () => setFolder(''), onError: toastError })
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    choose(folder.trim())
  }
  const handleChoose = (): void => {
    client.call('app.chooseFolder', {}).then(({ folder: picked }) => { if (picked) choose(picked) }, toastError)
  }
  return (
    <>
      <p className="m">Each backup can be copied to a second place as well, such as a folder on another drive.</p>
      <form className="open-library" onSubmit={handleSubmit}>
        <label className="field">
          <input aria-label="Second place for backups" placeholder="Path of a folder" spellCheck={false} autoComplete="off" value={folder} onChange={(event) => setFolder(event.target.value)} />
        </label>
        <Button type="submit" large disabled={update.isPending || folder.trim() === ''}>Copy there too</Button>
        {info?.capabilities.chooseFolder && <Button large icon={FolderOpen} disabled={update.isPending} onClick={handleChoose}>Choose folder…</Button>}
      </form>
    </>
  )
}
