/** `webContents`: one page, its requests and navigations, its messages to main, and printing. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { originOf, toChromium, toElectron } from './addresses.ts'
import type { Chromium, Params, Session } from './chromium.ts'
import type { IpcMain } from './ipc-main.ts'
import { note, preventable } from './record.ts'
import type { ElectronSession } from './sessions.ts'
import { isolatedWorld, mainWorld } from './worlds.ts'

export interface WebPreferences { preload?: string; partition?: string; javascript?: boolean }
type OpenHandler = (details: { url: string; frameName: string; features: string }) => { action: 'allow' | 'deny' }
type Paused = { requestId: string; request: { url: string; method: string; headers: Record<string, string> }; resourceType: string; frameId: string }

const WORLD = 'electron-preload'
/** Inches. */
const A4 = { paperWidth: 8.27, paperHeight: 11.69 }
let lastId = 0

export class WebContents extends EventEmitter {
  readonly id = (lastId += 1)
  readonly mainFrame = { url: '', get origin() { return originOf(this.url) } }
  readonly session: ElectronSession
  readonly #chromium: Chromium
  readonly #ipc: IpcMain
  readonly #preferences: WebPreferences
  /** Settles once the page can be told where to go. */
  readonly made: Promise<void>
  targetId = ''
  #cdp!: Session
  #world: number | undefined
  #loading: string | undefined
  #isDestroyed = false
  #isCrashed = false
  #onOpen: OpenHandler | undefined
  #isOpeningDenied = false

  constructor({ chromium, ipc, session, preferences }: { chromium: Chromium; ipc: IpcMain; session: ElectronSession; preferences: WebPreferences }) {
    super()
    this.#chromium = chromium
    this.#ipc = ipc
    this.#preferences = preferences
    this.session = session
    this.made = this.#make()
  }

  isDestroyed(): boolean { return this.#isDestroyed }
  isCrashed(): boolean { return this.#isCrashed }
  setWindowOpenHandler(handler: OpenHandler): void { this.#onOpen = handler }
  replaceMisspelling(word: string): void { note('replaceMisspelling', word) }

  send(channel: string, ...given: unknown[]): void {
    void this.#inPreload(`__deliver(${JSON.stringify(channel)},${JSON.stringify(JSON.stringify(given))})`)
  }

  async loadURL(url: string): Promise<void> {
    await this.made
    this.#loading = url
    const loaded = new Promise((resolve) => { this.#cdp.once('Page.loadEventFired', resolve) })
    const { errorText } = await this.#cdp.send<{ errorText?: string }>('Page.navigate', { url: toChromium(url) })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
    this.#loading = undefined
    this.emit('did-finish-load')
  }

  async reload(): Promise<void> {
    this.#isCrashed = false
    this.#loading = this.mainFrame.url
    await this.#cdp.send('Page.reload')
  }

  async printToPDF({ pageSize, ...options }: Params): Promise<Buffer> {
    if (pageSize !== 'A4') throw new Error('The stand-in for Electron prints on A4 alone.')
    const { data } = await this.#cdp.send<{ data: string }>('Page.printToPDF', { ...A4, ...options })
    return Buffer.from(data, 'base64')
  }

  /** Rejects while the preload script has set no checker. */
  async misspelled(words: string[]): Promise<string[]> {
    const expression = `new Promise((answer) => spellCheckProvider.spellCheck(${JSON.stringify(words)}, answer))`
    const { result, exceptionDetails } = await this.#cdp.send<{ result: { value: string[] }; exceptionDetails?: { exception: { description: string } } }>('Runtime.evaluate', { contextId: this.#world, expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description)
    return result.value
  }

  /** Chromium never answers this one. */
  async crashPage(): Promise<void> {
    void this.#cdp.send('Page.crash').catch(() => undefined)
  }

  closePage(): void {
    void this.made.then(() => this.#cdp.send('Page.close')).catch(() => undefined)
  }

  destroyed(): void {
    this.#isDestroyed = true
    this.emit('destroyed')
  }

  crashed(): void {
    this.#isCrashed = true
    this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 1 })
  }

  /** A page that this page has opened: it is there already, and goes if it is denied. */
  opened(targetId: string): void {
    if (this.#isOpeningDenied) void this.#chromium.root.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }

  #isOpenRefused(url: string): boolean {
    return this.#onOpen?.({ url: toElectron(url), frameName: '', features: '' }).action === 'deny'
  }

  async #make(): Promise<void> {
    const { root, session } = this.#chromium
    const browserContextId = await this.session.context()
    this.targetId = (await root.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', newWindow: true, ...(browserContextId ? { browserContextId } : {}) })).targetId
    const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId: this.targetId, flatten: true })
    this.#cdp = session(sessionId)
    this.#listen()
    await Promise.all(['Page.enable', 'Runtime.enable'].map((method) => this.#cdp.send(method)))
    await this.#cdp.send('Runtime.addBinding', { name: '__post', executionContextName: WORLD })
    await this.#cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    if (this.#preferences.javascript === false) await this.#cdp.send('Emulation.setScriptExecutionDisabled', { value: true })
    if (!this.#preferences.preload) return
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld })
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: isolatedWorld(readFileSync(this.#preferences.preload, 'utf8')), worldName: WORLD })
  }

  #listen(): void {
    const cdp = this.#cdp
    cdp.on('Fetch.requestPaused', (paused: Paused) => void this.#answer(paused).catch(() => undefined))
    cdp.on('Runtime.bindingCalled', (called: { payload: string; executionContextId: number }) => this.#fromPage(called))
    cdp.on('Runtime.executionContextCreated', ({ context }: { context: { id: number; name: string; auxData: { frameId: string } } }) => {
      if (context.name === WORLD && context.auxData.frameId === this.targetId) this.#world = context.id
    })
    cdp.on('Page.frameNavigated', ({ frame }: { frame: { parentId?: string; url: string } }) => {
      if (!frame.parentId) this.mainFrame.url = toElectron(frame.url)
    })
    cdp.on('Page.windowOpen', ({ url }: { url: string }) => {
      this.#isOpeningDenied = this.#isOpenRefused(url)
    })
    cdp.on('Page.frameRequestedNavigation', ({ frameId, url }: { frameId: string; url: string }) => {
      // What goes to a blob: can't be held back here; it is only told.
      if (frameId !== this.targetId) this.emit('will-frame-navigate', preventable({ url: toElectron(url), isMainFrame: false }))
    })
  }

  async #answer({ requestId, request, resourceType, frameId }: Paused): Promise<void> {
    const url = toElectron(request.url)
    const isMain = resourceType === 'Document' && frameId === this.targetId
    if (resourceType === 'Document' && !(isMain && this.#isOwnLoading(url)) && this.#isNavigationRefused(url, isMain)) return this.#fail(requestId, 'Aborted')
    if (await this.session.isCancelled({ url, method: request.method })) return this.#fail(requestId, 'BlockedByClient')
    const handler = this.session.handler(url)
    if (!handler) return void await this.#cdp.send('Fetch.continueRequest', { requestId })
    const response = await handler(new Request(url, { method: request.method, headers: request.headers }))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    await this.#cdp.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })), body })
  }

  /** What the program loads, and a reload that the test's client asks for, is no navigation of the page's. */
  #isOwnLoading(url: string): boolean {
    return [this.#loading, this.mainFrame.url].some((own) => own?.split('#')[0] === url.split('#')[0])
  }

  #isNavigationRefused(url: string, isMain: boolean): boolean {
    const event = preventable({ url, isMainFrame: isMain })
    if (isMain) this.emit('will-navigate', event, url)
    this.emit('will-frame-navigate', event)
    return event.defaultPrevented
  }

  async #fail(requestId: string, errorReason: string): Promise<void> {
    await this.#cdp.send('Fetch.failRequest', { requestId, errorReason })
  }

  #fromPage({ payload, executionContextId }: { payload: string; executionContextId: number }): void {
    const message = JSON.parse(payload) as { type: 'invoke' | 'send' | 'note' | 'open'; id: number; channel: string; kind: string; url: string; given: unknown }
    if (message.type === 'open') return this.#openByScript(message.url)
    if (message.type === 'note') return note(message.kind, message.given)
    const isPreload = executionContextId === this.#world && !this.#isDestroyed
    const event = { type: 'frame', sender: this, senderFrame: isPreload ? this.mainFrame : null }
    const given = message.given as unknown[]
    if (message.type === 'send') return void this.#ipc.emit(message.channel, event, ...given)
    const settle = (ok: boolean, value: unknown): void => void this.#inPreload(`__settle(${message.id},${ok},${JSON.stringify(JSON.stringify(value))})`, executionContextId)
    this.#ipc.invoke(message.channel, event, given).then((value) => settle(true, value), (error: Error) => settle(false, error.message))
  }

  #openByScript(url: string): void {
    if (!this.#isOpenRefused(url)) throw new Error('The stand-in for Electron opens no second window.')
  }

  async #inPreload(expression: string, contextId = this.#world): Promise<void> {
    if (contextId !== undefined) await this.#cdp.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined)
  }
}
