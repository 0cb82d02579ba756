import { useId, type ReactNode } from 'react'
import { Minus, Plus } from 'lucide-react'
import type { Settings } from '../../shared/settings.ts'
import { queries, useAct, useOperation } from '../api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { BackupList, OpenLibraryForm } from '../unavailable/library-forms.tsx'
import './settings-screen.css'

const themeOptions: { value: Settings['theme']; shown: string }[] = [
  { value: 'system', shown: 'System' }, { value: 'light', shown: 'Light' }, { value: 'dark', shown: 'Dark' }, { value: 'sepia', shown: 'Sepia' },
]

/** Text sizes in CSS pixels, as the settings allow. */
const SMALLEST = 14
const LARGEST = 26

export function SettingsScreen(): ReactNode {
  return (
    <main className="settings">
      <div className="settings-page">
        <h1>Settings</h1>
        <Looks />
        <Library />
        <Backups />
        <About />
      </div>
    </main>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const heading = useId()
  return (
    <section className="settings-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className="settings-fields">{children}</div>
    </section>
  )
}

function Looks(): ReactNode {
  const settings = useOperation('settings.get', {}).data
  const update = useAct('settings.update')
  const set = (change: Partial<Settings>): void => update.mutate(change, { onError: toastError })
  const size = settings?.textSize ?? 19
  return (
    <Section title="Appearance">
      <div className="settings-row">
        <span>Theme</span>
        <Segmented label="Theme" value={settings?.theme ?? null} options={themeOptions} onChange={(theme) => set({ theme })} />
      </div>
      <div className="settings-row">
        <span>Text size</span>
        <div role="group" aria-label="Text size" className="settings-size">
          <IconButton label="Smaller text" icon={Minus} keys="Ctrl -" disabled={size <= SMALLEST} onClick={() => set({ textSize: size - 1 })} />
          <output className="tnum">{size}</output>
          <IconButton label="Larger text" icon={Plus} keys="Ctrl +" disabled={size >= LARGEST} onClick={() => set({ textSize: size + 1 })} />
        </div>
      </div>
      <p className="settings-sample serif" style={{ fontSize: size, lineHeight: 1.6 }}>Articles are set in this size.</p>
    </Section>
  )
}

function Library(): ReactNode {
  const state = useOperation('library.state', {}).data
  return (
    <Section title="Library">
      <div className="settings-row">
        <span>Folder</span>
        <span className="settings-folder">{state?.folder}</span>
      </div>
      <p className="m">Open another library, or name an empty folder to begin a new one there.</p>
      <OpenLibraryForm />
    </Section>
  )
}

function Backups(): ReactNode {
  const create = useAct('backups.create')
  const handleCreate = (): void => {
    create.mutate({}, {
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: ['backups'] })
        toast({ text: 'Backup made' })
      },
      onError: toastError,
    })
  }
  return (
    <Section title="Backups">
      <div className="settings-row">
        <span className="m">Counterpoint backs the library up every day that it is used, and keeps the last ten backups.</span>
        <Button disabled={create.isPending} onClick={handleCreate}>Back up now</Button>
      </div>
      <BackupList />
    </Section>
  )
}

function About(): ReactNode {
  const info = useOperation('app.info', {}).data
  return (
    <Section title="About">
      <p>Counterpoint {info?.version}</p>
      <p className="m">Everything stays on this computer.</p>
    </Section>
  )
}
