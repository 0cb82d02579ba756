/** What may be asked for from anywhere: dialogs of the whole window, which the shell shows, and finding in the article that is read. */
import { create } from 'zustand'

/** What can be exported. A comparison without an identifier is the one without a title. */
export type ExportSubject = { kind: 'library' } | { kind: 'article'; id: string } | { kind: 'comparison'; id: string | null }

interface WindowDialogs {
  /** The dialog "Add article". */
  adding: boolean
  /** The dialog "Export", and what to begin with. */
  exporting: ExportSubject | null
  /** The dialog "Open beside", and the article that another goes beside. */
  beside: string | null
  keysShown: boolean
  /** The panel beside the screen: it stays while the person works. */
  historyShown: boolean
}

export const useWindowDialogs = create<WindowDialogs>(() => ({ adding: false, exporting: null, beside: null, keysShown: false, historyShown: false }))

export function openAdd(): void {
  useWindowDialogs.setState({ adding: true })
}

export function openExport(subject: ExportSubject): void {
  useWindowDialogs.setState({ exporting: subject })
}

export function openBeside(articleId: string): void {
  useWindowDialogs.setState({ beside: articleId })
}

export function showKeys(): void {
  useWindowDialogs.setState({ keysShown: true })
}

export function toggleHistory(): void {
  useWindowDialogs.setState(({ historyShown }) => ({ historyShown: !historyShown }))
}

let finder: (() => void) | null = null

/** Until what is given back is called, `find` leads there. */
export function findBy(ask: () => void): () => void {
  finder = ask
  return () => { if (finder === ask) finder = null }
}

/** In the article that is read; elsewhere nothing happens. */
export function find(): void {
  finder?.()
}

export function closeDialogs(): void {
  useWindowDialogs.setState({ adding: false, exporting: null, beside: null, keysShown: false })
}
