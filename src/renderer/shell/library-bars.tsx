import type { ReactNode } from 'react'
import { ArchiveX, CloudAlert, Lock, type LucideIcon } from 'lucide-react'
import type { LibraryState } from '../../shared/library.ts'
import { queries, useAct, useOperation } from '../api.ts'
import { DamageBar } from '../damage/damage-bar.tsx'
import { refresh } from '../refresh.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'
import './library-bars.css'

/** What is to be known about the open library, over every screen. */
export function LibraryBars({ state }: { state: Extract<LibraryState, { state: 'open' }> }): ReactNode {
  return (
    <div>
      {state.readOnly && <ReadOnlyBar folder={state.folder} reason={state.readOnly} />}
      {state.backupProblem !== undefined && <BackupBar problem={state.backupProblem} />}
      {state.syncedBy !== undefined && <SyncedBar folder={state.folder} by={state.syncedBy} />}
      <DamageBar />
    </div>
  )
}

const reasons = {
  'not-writable': 'its folder or files are read-only',
  'disk-full': 'the disk is full',
}

function ReadOnlyBar({ folder, reason }: { folder: string; reason: keyof typeof reasons }): ReactNode {
  const open = useAct('library.open')
  const handleAgain = (): void => open.mutate({ folder }, { onSuccess: () => { void refresh(queries) }, onError: toastError })
  return (
    <Bar icon={Lock} action={<Button disabled={open.isPending} onClick={handleAgain}>Try again</Button>}>
      This library can’t be written: {reasons[reason]}. You can read, search and export it as it was when it was opened; changes are not kept.
    </Bar>
  )
}

function BackupBar({ problem }: { problem: string }): ReactNode {
  const create = useAct('backups.create')
  const handleAgain = (): void => create.mutate({}, { onError: toastError })
  return <Bar icon={ArchiveX} action={<Button disabled={create.isPending} onClick={handleAgain}>Try again</Button>}>{problem}</Bar>
}

/** Until the person has taken note of it, once for each library. */
function SyncedBar({ folder, by }: { folder: string; by: string }): ReactNode {
  const said = useOperation('settings.get', {}).data?.saidSynced
  const update = useAct('settings.update')
  if (!said || said.includes(folder)) return null
  const words = by === 'a network drive'
    ? 'This library is on a network drive. Open it on one computer at a time, and close it before the connection goes. It is safest on this computer’s own disk.'
    : `This library is in ${by}. Open it on one device at a time, and let ${by} finish before you open it on another: whichever is stored last replaces the other.`
  return <Bar icon={CloudAlert} action={<Button onClick={() => update.mutate({ saidSynced: [...said, folder] }, { onError: toastError })}>Understood</Button>}>{words}</Bar>
}

function Bar({ icon: Icon, action, children }: { icon: LucideIcon; action?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className="library-bar">
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <p role="status">{children}</p>
      {action}
    </div>
  )
}
