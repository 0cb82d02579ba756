/** Dialogs of the whole window that any screen may ask for. The shell shows them. */
import { create } from 'zustand'

interface WindowDialogs {
  /** The dialog "Add article". */
  adding: boolean
  /** The dialog "Export", and the article to begin with: null for everything. */
  exporting: { articleId: string | null } | null
  keysShown: boolean
  /** The panel beside the screen: it stays while the person works. */
  historyShown: boolean
}

export const useWindowDialogs = create<WindowDialogs>(() => ({ adding: false, exporting: null, keysShown: false, historyShown: false }))

export function openAdd(): void {
  useWindowDialogs.setState({ adding: true })
}

export function openExport(articleId: string | null = null): void {
  useWindowDialogs.setState({ exporting: { articleId } })
}

export function showKeys(): void {
  useWindowDialogs.setState({ keysShown: true })
}

export function toggleHistory(): void {
  useWindowDialogs.setState(({ historyShown }) => ({ historyShown: !historyShown }))
}

export function closeDialogs(): void {
  useWindowDialogs.setState({ adding: false, exporting: null, keysShown: false })
}
