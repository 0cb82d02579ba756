/** `BrowserWindow`: a page of Chromium's with a window's life: shown, closed if nobody objects, gone. */
import { EventEmitter } from 'node:events'
import type { App } from './app.ts'
import type { Chromium } from './chromium.ts'
import type { IpcMain } from './ipc-main.ts'
import { note, preventable } from './record.ts'
import type { Sessions } from './sessions.ts'
import { WebContents, type WebPreferences } from './web-contents.ts'

export interface WindowOptions { x?: number; y?: number; width?: number; height?: number; title?: string; icon?: string; show?: boolean; minWidth?: number; minHeight?: number; webPreferences?: WebPreferences }

/** What the page said while it went can come after its end; in Electron it never does (one pipe for both). In milliseconds. */
const LAST_WORDS = 100

export interface BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly options: WindowOptions
  /** False when a listener prevents it. */
  close(): boolean
  destroy(): void
  isVisible(): boolean
}

type BrowserWindowClass = (new (options?: WindowOptions) => BrowserWindow) & { getAllWindows(): BrowserWindow[] }

/** The class, whose windows belong to one app. */
export function browserWindowOf({ app, chromium, ipc, sessions }: { app: App; chromium: Chromium; ipc: IpcMain; sessions: Sessions }): BrowserWindowClass {
  const byTarget = new Map<string, StandInWindow>()
  chromium.root.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => setTimeout(() => byTarget.get(targetId)?.gone(), LAST_WORDS))
  chromium.root.on('Target.targetCreated', ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string } }) => {
    if (targetInfo.openerId) byTarget.get(targetInfo.openerId)?.webContents.opened(targetInfo.targetId)
  })
  chromium.root.on('Target.targetCrashed', ({ targetId }: { targetId: string }) => byTarget.get(targetId)?.webContents.crashed())

  class StandInWindow extends EventEmitter implements BrowserWindow {
    static getAllWindows = (): BrowserWindow[] => [...app.windows]
    readonly webContents: WebContents
    readonly options: WindowOptions
    readonly #bounds: { x: number; y: number; width: number; height: number }
    #isVisible: boolean
    #isMaximized = false

    constructor(options: WindowOptions = {}) {
      super()
      const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
      this.options = options
      this.#bounds = { x, y, width, height }
      this.#isVisible = show
      this.webContents = new WebContents({ chromium, ipc, preferences: webPreferences, session: webPreferences.partition ? sessions.fromPartition(webPreferences.partition) : sessions.defaultSession })
      app.windows.add(this)
      app.emit('web-contents-created', preventable(), this.webContents)
      void this.webContents.made.then(() => byTarget.set(this.webContents.targetId, this))
    }

    async loadURL(url: string): Promise<void> {
      await this.webContents.loadURL(url)
      this.emit('ready-to-show')
    }

    show(): void {
      if (!this.#isVisible) process.send?.({ standIn: { address: chromium.address, targetId: this.webContents.targetId } })
      note('show', this.options.title)
      this.#isVisible = true
      this.emit('show')
    }

    close(): boolean {
      const event = preventable()
      this.emit('close', event)
      if (!event.defaultPrevented) this.webContents.closePage()
      return !event.defaultPrevented
    }

    destroy(): void {
      void chromium.root.send('Target.closeTarget', { targetId: this.webContents.targetId }).catch(() => undefined)
      this.gone()
    }

    gone(): void {
      if (!app.windows.delete(this)) return
      byTarget.delete(this.webContents.targetId)
      this.webContents.destroyed()
      this.emit('closed')
      app.windowClosed()
    }

    setBounds(bounds: object): void {
      Object.assign(this.#bounds, bounds)
      this.emit('resize')
      this.emit('move')
    }

    maximize(): void {
      this.#isMaximized = true
      this.emit('maximize')
    }

    focus(): void { note('focus', this.options.title) }
    restore(): void { note('restore', this.options.title) }
    reload(): void { void this.webContents.reload() }
    isMinimized(): boolean { return false }
    isMaximized(): boolean { return this.#isMaximized }
    isVisible(): boolean { return this.#isVisible }
    isDestroyed(): boolean { return !app.windows.has(this) }
    getNormalBounds(): object { return this.#bounds }
    setBackgroundColor(colour: string): void { note('setBackgroundColor', colour) }
  }
  return StandInWindow
}
