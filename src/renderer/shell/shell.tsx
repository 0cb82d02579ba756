/** The window: title bar, the screen that the address names, and the dialogs of the whole window. */
import type { ReactNode } from 'react'
import { AddArticleDialog } from '../add/add-article-dialog.tsx'
import { EncodingDialog } from '../add/encoding-dialog.tsx'
import { DropOverlay } from '../add/drop-overlay.tsx'
import { useOperation } from '../api.ts'
import { closeDialogs, toggleHistory, useWindowDialogs } from '../commands.ts'
import { BesideDialog } from '../beside/beside-dialog.tsx'
import { CompareScreen } from '../compare/compare-screen.tsx'
import { SideBySideScreen } from '../side-by-side/side-by-side-screen.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { HistoryPanel } from '../history/history-panel.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { NamesScreen } from '../names/names-screen.tsx'
import { EditScreen } from '../revise/edit-screen.tsx'
import { NewerScreen } from '../revise/newer-screen.tsx'
import { QueueScreen } from '../revise/queue-screen.tsx'
import { RevisionsScreen } from '../revise/revisions-screen.tsx'
import { ReaderScreen } from '../reader/reader-screen.tsx'
import { SplitScreen } from '../reader/split/split-screen.tsx'
import { useRoute, type Route } from '../route.ts'
import { SameWordsScreen } from '../same-words/same-words-screen.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { StatementsScreen } from '../statements/statements-screen.tsx'
import { TimelineScreen } from '../timeline/timeline-screen.tsx'
import { LibraryUnavailable } from '../unavailable/library-unavailable.tsx'
import { KeySheet } from './key-sheet.tsx'
import { LibraryBars } from './library-bars.tsx'
import { TitleBar } from './title-bar.tsx'
import { useLastArticle } from './use-last-article.ts'
import { useTheme } from './use-theme.ts'
import { useWindowCommands } from './use-window-commands.ts'
import './shell.css'

export function Shell(): ReactNode {
  const route = useRoute()
  const state = useOperation('library.state', {})
  const ready = useLastArticle(route, state.data?.state === 'open')
  const historyShown = useWindowDialogs((state) => state.historyShown)
  useTheme()
  useWindowCommands()

  if (state.error) return <main className="shell-message" role="alert"><p>{state.error.message}</p></main>
  if (!state.data) return null
  if (state.data.state === 'unavailable') return <LibraryUnavailable state={state.data} />
  return (
    <div className="shell">
      <TitleBar route={route} />
      <LibraryBars state={state.data} />
      <div className="shell-screen">{ready && <Screen route={route} />}{historyShown && <HistoryPanel onClose={toggleHistory} />}</div>
      <Dialogs />
      <DropOverlay />
    </div>
  )
}

function Screen({ route }: { route: Route }): ReactNode {
  switch (route.screen) {
    case 'library': return <LibraryScreen {...route} />
    case 'article': return <ReaderScreen key={route.articleId} {...route} />
    case 'split': return <SplitScreen {...route} />
    case 'edit': return <EditScreen key={route.articleId} {...route} />
    case 'newer': return <NewerScreen key={route.articleId} {...route} />
    case 'revisions': return <RevisionsScreen key={route.articleId} {...route} />
    case 'queue': return <QueueScreen {...route} />
    case 'statements': return <StatementsScreen {...route} />
    case 'names': return <NamesScreen {...route} />
    case 'compare': return <CompareScreen key={route.comparisonId ?? ''} {...route} />
    case 'same-words': return <SameWordsScreen {...route} />
    case 'timeline': return <TimelineScreen key={route.comparisonId ?? ''} {...route} />
    case 'side-by-side': return <SideBySideScreen {...route} />
    case 'settings': return <SettingsScreen />
  }
}

function Dialogs(): ReactNode {
  const { adding, exporting, beside, keysShown } = useWindowDialogs()
  return (
    <>
      <AddArticleDialog open={adding} onClose={closeDialogs} />
      <EncodingDialog />
      {exporting && <ExportDialog subject={exporting} onClose={closeDialogs} />}
      {beside && <BesideDialog articleId={beside} onClose={closeDialogs} />}
      <KeySheet open={keysShown} onClose={closeDialogs} />
    </>
  )
}
