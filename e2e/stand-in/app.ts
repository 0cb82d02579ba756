/** `app`: from the start to the end of the program, in the order that Electron's documentation gives. */
import { EventEmitter } from 'node:events'
import { homedir } from 'node:os'
import path from 'node:path'
import type { BrowserWindow } from './browser-window.ts'
import type { Chromium } from './chromium.ts'
import { takeLock } from './lock.ts'
import { note, preventable } from './record.ts'

export interface Manifest { name: string; productName?: string; version: string }

export class App extends EventEmitter {
  readonly isPackaged = false
  readonly windows = new Set<BrowserWindow>()
  readonly commandLine = { appendSwitch: (name: string, value?: string) => note('appendSwitch', [name, value, this.#isReady ? 'after ready' : 'before ready']) }
  readonly #chromium: Chromium
  readonly #folder: string
  readonly #manifest: Manifest
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  #isReady = false
  #isQuitting = false
  #name: string

  constructor(chromium: Chromium, folder: string, manifest: Manifest) {
    super()
    this.#chromium = chromium
    this.#folder = folder
    this.#manifest = manifest
    this.#name = manifest.productName ?? manifest.name
  }

  /** The entry has been carried out. */
  becomeReady(): void {
    this.#isReady = true
    this.emit('ready')
    this.#ready.resolve()
  }

  whenReady(): Promise<void> { return this.#ready.promise }
  isReady(): boolean { return this.#isReady }
  getVersion(): string { return this.#manifest.version }
  getAppPath(): string { return this.#folder }
  getName(): string { return this.#name }
  setName(name: string): void { this.#name = name }
  enableSandbox(): void { note('enableSandbox', this.#isReady ? 'after ready' : 'before ready') }
  setAppUserModelId(id: string): void { note('setAppUserModelId', id) }
  setAboutPanelOptions(options: object): void { note('setAboutPanelOptions', options) }
  showAboutPanel(): void { note('showAboutPanel') }
  focus(): void { note('app.focus') }
  setPath(name: string, to: string): void { this.#paths.set(name, to) }

  getPath(name: string): string {
    return this.#paths.get(name) ?? (name === 'home' ? homedir() : path.join(homedir(), name))
  }

  requestSingleInstanceLock(data: unknown): boolean {
    const word = { words: process.argv, folder: process.cwd(), data }
    return takeLock(this.getPath('userData'), word, ({ words, folder, data: theirs }) => this.emit('second-instance', preventable(), words, folder, theirs))
  }

  quit(): void {
    if (this.#isQuitting) return
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    if (this.windows.size === 0) this.#willQuit()
    // A window that stays calls the quitting off.
    else if (![...this.windows].map((each) => each.close()).every(Boolean)) this.#isQuitting = false
  }

  /** A window has gone. */
  windowClosed(): void {
    if (this.windows.size > 0) return
    if (this.#isQuitting) this.#willQuit()
    else if (!this.emit('window-all-closed')) this.quit()
  }

  exit(status = 0): void {
    this.#isQuitting = true
    for (const each of this.windows) each.destroy()
    void this.#chromium.close().then(() => {
      this.emit('quit', {}, status)
      process.exit(status)
    })
  }

  #willQuit(): void {
    const event = preventable()
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#isQuitting = false
    else this.exit()
  }
}
