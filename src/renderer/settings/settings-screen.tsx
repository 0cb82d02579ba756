import { useId, type ReactNode } from 'react'
import { useOperation } from '../api.ts'
import { ReadingLooks } from '../reading-looks.tsx'
import { whatIsKept } from '../ui/what-is-kept.ts'
import { sizeWords } from '../unavailable/backup-words.ts'
import { OpenLibraryForm } from '../unavailable/library-forms.tsx'
import { Backups } from './backups.tsx'
import { Spelling } from './spelling.tsx'
import './settings-screen.css'

export function SettingsScreen(): ReactNode {
  return (
    <main className="settings">
      <div className="settings-page">
        <h1>Settings</h1>
        <Looks />
        <Section title="Spelling in notes"><Spelling /></Section>
        <Library />
        <History />
        <Section title="Backups"><Backups /></Section>
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
  return (
    <Section title="Appearance">
      <ReadingLooks />
      <p className="settings-sample">Articles are set like this. A line of the text is as long as its width allows, and this device keeps it so.</p>
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

function History(): ReactNode {
  const kept = useOperation('history.kept', {}).data
  return (
    <Section title="History">
      <p className="m">{whatIsKept}</p>
      {kept && <div className="settings-row"><span>Kept now</span><span>{kept.steps.toLocaleString()} {kept.steps === 1 ? 'step' : 'steps'}, {sizeWords(kept.bytes)}</span></div>}
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
