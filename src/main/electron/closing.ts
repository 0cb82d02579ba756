/** Before its window closes, the page is asked to store what was typed. It has a second; then the window closes whatever it says. */
import type { BrowserWindow, Event, WebContents } from 'electron'

/** Milliseconds that a page has to answer. */
const PATIENCE = 1000

export interface ClosingPieces {
  /** Tells the page. */
  ask: () => void
  /** Closes again what was held back: the window, or the whole app where that was asked for. */
  closeAgain: () => void
}

type ClosingWindow = Pick<BrowserWindow, 'isDestroyed'> & {
  on(event: 'close', listener: (event: Pick<Event, 'preventDefault'>) => void): unknown
  on(event: 'query-session-end' | 'closed', listener: () => void): unknown
  webContents: Pick<WebContents, 'isCrashed'> & { on(event: 'render-process-gone', listener: () => void): unknown }
}

/** Gives the function that the page's answer calls. */
export function storeBeforeClosing(window: ClosingWindow, { ask, closeAgain }: ClosingPieces): () => void {
  let asked = false
  let stored = false
  let timer: NodeJS.Timeout | undefined
  const finish = (): void => {
    if (!asked || stored) return
    clearTimeout(timer)
    stored = true
    if (!window.isDestroyed()) closeAgain()
  }
  window.on('close', (event) => {
    if (stored || window.webContents.isCrashed()) return
    event.preventDefault()
    if (asked) return
    asked = true
    timer = setTimeout(finish, PATIENCE)
    ask()
  })
  // The session ends without closing windows (Windows): the page can still store.
  window.on('query-session-end', ask)
  window.on('closed', () => clearTimeout(timer))
  window.webContents.on('render-process-gone', finish)
  return finish
}
