import type { ReactNode } from 'react'
import { TriangleAlert } from 'lucide-react'
import type { LibraryState } from '../../shared/library.ts'
import { queries, useAct } from '../api.ts'
import { refresh } from '../refresh.ts'
import { RescueCopy } from './rescue-copy.tsx'
import { BackupList, OpenLibraryForm } from './library-forms.tsx'
import { Button } from '../ui/button.tsx'
import { closeToasts, toast, toastError } from '../ui/toast.tsx'
import './library-unavailable.css'

/** The whole window while the library can't be opened, or after it was taken away: why, and every way out. */
export function LibraryUnavailable({ state }: { state: Extract<LibraryState, { state: 'unavailable' }> }): ReactNode {
  const open = useAct('library.open')
  const handleAgain = (): void => {
    open.mutate({ folder: state.folder }, {
      onSuccess: (now) => {
        void refresh(queries)
        if (now.state === 'unavailable') toast({ text: now.message, error: true })
        else closeToasts()
      },
      onError: toastError,
    })
  }
  return (
    <main className="unavailable">
      <div className="unavailable-page">
        <TriangleAlert size={24} strokeWidth={1.5} aria-hidden />
        <h1>{state.rescue === null ? 'The library can’t be opened' : 'The library was taken away'}</h1>
        <p className="unavailable-message" role="alert">{state.message}</p>
        <p className="unavailable-folder m">{state.folder}</p>
        <Button variant={state.rescue === null ? 'primary' : 'default'} large disabled={open.isPending} onClick={handleAgain}>Try again</Button>
        {state.rescue !== null && <RescueCopy offered={state.rescue} />}
        <section aria-label="Restore a backup">
          <h2>Restore a backup</h2>
          <BackupList />
        </section>
        <section aria-label="Open another library">
          <h2>Open another library</h2>
          <OpenLibraryForm />
        </section>
      </div>
    </main>
  )
}
