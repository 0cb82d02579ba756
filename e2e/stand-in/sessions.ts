/** `session`: what the pages of one are answered and refused. Every hardening call is recorded, in order, with the session's name. */
import { EventEmitter } from 'node:events'
import { toChromium } from './addresses.ts'
import type { App } from './app.ts'
import type { Chromium } from './chromium.ts'
import { note, preventable } from './record.ts'

type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: { url: string; method: string }, answer: (verdict: { cancel: boolean }) => void) => void
type Check = (contents: null, permission: string, origin: string) => boolean

/** What Chromium and Electron call the permissions that a page could ask for. */
const permissions = [['clipboardSanitizedWrite', 'clipboard-sanitized-write'], ['clipboardReadWrite', 'clipboard-read'], ['notifications', 'notifications'], ['geolocation', 'geolocation']]

export class ElectronSession extends EventEmitter {
  readonly #chromium: Chromium
  readonly #partition: string | undefined
  readonly #handlers = new Map<string, Handler>()
  #before: BeforeRequest | undefined
  #check: Check | undefined
  #context: Promise<string | undefined> | undefined

  constructor(chromium: Chromium, partition?: string) {
    super()
    this.#chromium = chromium
    this.#partition = partition
    note('session', this.#name)
  }

  readonly protocol = { handle: (scheme: string, handler: Handler) => void this.#handlers.set(scheme, handler) }
  readonly webRequest = { onBeforeRequest: (handler: BeforeRequest) => { this.#harden('onBeforeRequest'); this.#before = handler } }
  setPermissionRequestHandler(): void { this.#harden('setPermissionRequestHandler') }
  setPermissionCheckHandler(check: Check): void { this.#harden('setPermissionCheckHandler'); this.#check = check }
  setDevicePermissionHandler(): void { this.#harden('setDevicePermissionHandler') }
  setDisplayMediaRequestHandler(): void { this.#harden('setDisplayMediaRequestHandler') }
  setSpellCheckerEnabled(on: boolean): void { this.#harden('setSpellCheckerEnabled', on) }
  setSpellCheckerLanguages(languages: string[]): void { this.#harden('setSpellCheckerLanguages', languages) }
  setSpellCheckerDictionaryDownloadURL(address: string): void { this.#harden('setSpellCheckerDictionaryDownloadURL', address) }

  handler(address: string): Handler | undefined {
    return this.#handlers.get(address.slice(0, address.indexOf(':')))
  }

  async isCancelled(details: { url: string; method: string }): Promise<boolean> {
    const before = this.#before
    if (!before) return false
    const { cancel } = await new Promise<{ cancel: boolean }>((resolve) => before(details, resolve))
    if (cancel) note('refused request', details.url)
    return cancel
  }

  /** The browser context of this session, with the permissions that its handlers give our page. */
  context(): Promise<string | undefined> {
    this.#context ??= this.#makeContext()
    return this.#context
  }

  async #makeContext(): Promise<string | undefined> {
    const { root } = this.#chromium
    const browserContextId = this.#partition ? (await root.send<{ browserContextId: string }>('Target.createBrowserContext')).browserContextId : undefined
    const where = browserContextId ? { browserContextId } : {}
    await root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true, ...where })
    root.on('Browser.downloadWillBegin', ({ url }: { url: string }) => this.#download(url))
    const given = permissions.filter(([, name]) => this.#check?.(null, name!, 'app://counterpoint/')).map(([name]) => name)
    await root.send('Browser.grantPermissions', { origin: toChromium('app://counterpoint'), permissions: given, ...where })
    return browserContextId
  }

  #download(url: string): void {
    const event = preventable()
    this.emit('will-download', event, { getURL: () => url })
    note(event.defaultPrevented ? 'refused download' : 'download', url)
  }

  get #name(): string { return this.#partition ?? 'default' }
  #harden(call: string, given: unknown = null): void { note('hardened', [this.#name, call, given]) }
}

export function createSessions(app: App, chromium: Chromium) {
  const made = new Map<string | undefined, ElectronSession>()
  const of = (partition?: string): ElectronSession => {
    const known = made.get(partition)
    if (known) return known
    const session = new ElectronSession(chromium, partition)
    made.set(partition, session)
    app.emit('session-created', session)
    return session
  }
  return { fromPartition: of, get defaultSession() { return of() } }
}

export type Sessions = ReturnType<typeof createSessions>
