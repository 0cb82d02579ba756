import type { ReactNode } from 'react'
import { ArrowLeft, ArrowRight, History, Plus, Redo2, Settings, Share, Undo2 } from 'lucide-react'
import { useOperation } from '../api.ts'
import { openAdd, openExport, toggleHistory, useWindowDialogs } from '../commands.ts'
import { exportSubject } from './export-subject.ts'
import { addressOf, navigate, type Route } from '../route.ts'
import { SearchBox } from '../search/search-box.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { redo, undo } from './undo.ts'

const sections: { name: string; route: Route; screens: Route['screen'][] }[] = [
  { name: 'Library', route: { screen: 'library' }, screens: ['library', 'article', 'edit', 'newer', 'revisions', 'queue', 'split'] },
  { name: 'Statements', route: { screen: 'statements' }, screens: ['statements', 'names'] },
  { name: 'Compare', route: { screen: 'compare' }, screens: ['compare', 'side-by-side', 'timeline', 'same-words'] },
]

export function TitleBar({ route }: { route: Route }): ReactNode {
  return (
    <header className="titlebar">
      <IconButton label="Back" icon={ArrowLeft} keys="Alt ←" onClick={() => history.back()} />
      <IconButton label="Forward" icon={ArrowRight} keys="Alt →" onClick={() => history.forward()} />
      <nav className="places" aria-label="Sections">
        {sections.map((section) => (
          <a key={section.name} href={addressOf(section.route)} {...(section.screens.includes(route.screen) ? { 'aria-current': 'page' as const } : {})}>{section.name}</a>
        ))}
      </nav>
      <UndoButtons />
      <span className="spacer" />
      <SearchBox />
      <Button icon={Plus} onClick={openAdd}>Add article</Button>
      <IconButton label="Export" icon={Share} keys="Ctrl Shift E" onClick={() => openExport(exportSubject(route))} />
      <IconButton label="Settings" icon={Settings} keys="Ctrl ," onClick={() => navigate({ screen: 'settings' })} />
    </header>
  )
}

function UndoButtons(): ReactNode {
  const { data } = useOperation('history.state', {}, { keepPrevious: true })
  const historyShown = useWindowDialogs((state) => state.historyShown)
  return (
    <>
      <IconButton label="Undo" icon={Undo2} keys="Ctrl Z" disabled={!data?.undo} title={data?.undo ?? 'Nothing to undo'} onClick={undo} />
      <IconButton label="Redo" icon={Redo2} keys="Ctrl Shift Z" disabled={!data?.redo} title={data?.redo ?? 'Nothing to redo'} onClick={redo} />
      <IconButton label="History" icon={History} keys="Ctrl Shift H" pressed={historyShown} onClick={toggleHistory} />
    </>
  )
}
