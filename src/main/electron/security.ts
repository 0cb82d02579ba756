/**
 * What the page may not do: leave its own address, open windows, ask for permissions, reach the network.
 * Everything is refused unless it is named here.
 */
import type { CommandLine, Event, Session, WebContents, WebRequest } from 'electron'

export const APP_SCHEME = 'app'
export const APP_HOST = 'counterpoint'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/** An address that may be shown and, if the person agrees, opened in the browser or the mail program. */
export function isOutsideAddress(address: string): boolean {
  return ['http:', 'https:', 'mailto:'].includes(URL.parse(address)?.protocol ?? '')
}

/**
 * No name and no address is ever looked up: what gets past everything below fails here. Our own scheme and `blob:` are
 * answered by the program itself. To be called before Electron is ready.
 */
export function shutOffNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** What a page's request may be for. Pages that it shows in a frame are made in the page (`blob:`); the developer tools exist only unpackaged. */
export function mayRequest(address: string, developing: boolean): boolean {
  if (isOwnAddress(address) || address.startsWith(`blob:${APP_ORIGIN}/`) || address.startsWith('data:')) return true
  return developing && address.startsWith('devtools:')
}

type HardenedSession = Pick<Session,
  | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled' | 'setSpellCheckerDictionaryDownloadURL' | 'setSpellCheckerLanguages'
> & {
  webRequest: Pick<WebRequest, 'onBeforeRequest'>
  on(event: 'will-download', listener: (event: Pick<Event, 'preventDefault'>) => void): unknown
}

/**
 * For every session, at once when it is made (`session-created`). On its making Electron begins to look for the spelling
 * dictionary of the system's language, and downloads it where it is not there, whether checking is on or not. The looking
 * is another thread's: until this task ends nothing is asked for, and without languages nothing is left to ask for.
 * `log` gets one line for each request that is refused.
 */
export function hardenSession(session: HardenedSession, options: { developing: boolean; log: (line: string) => void }): void {
  // Copy needs this one, and only from our own page; it writes and never reads.
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === 'clipboard-sanitized-write' && isOwnAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === 'clipboard-sanitized-write' && isOwnAddress(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  // The address is ours and holds none. (macOS has its own checker, which `followSpelling` switches on: there these do nothing.)
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionaries/`)
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  // What is saved goes through `app.saveFile`, which asks where.
  session.on('will-download', (event) => {
    options.log('Refused a download')
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = mayRequest(details.url, options.developing)
    if (!allowed) options.log(`Refused a request for ${details.url}`)
    answer({ cancel: !allowed })
  })
}

type HardenedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** `openOutside` is asked for each outside address that the page wants to go to; it asks the person first. */
export function hardenContents(contents: HardenedContents, openOutside: (address: string) => void): void {
  contents.on('will-navigate', (event) => refuse(event, event.isMainFrame))
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    // The main frame has its own event, so that one click asks once. Another frame shows a page that we made, and nothing else.
    if (!event.isMainFrame && !event.url.startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOutsideAddress(url)) openOutside(url)
    return { action: 'deny' }
  })

  function refuse(event: { url: string; preventDefault(): void }, ask: boolean): void {
    event.preventDefault()
    if (ask && isOutsideAddress(event.url)) openOutside(event.url)
  }
}

export interface OutsideLinkPieces {
  /** Shows the question; resolves to the index of the button that was pressed. */
  ask(question: { message: string; detail: string; buttons: string[]; defaultId: number; cancelId: number }): Promise<number>
  open(address: string): Promise<void>
}

/** The longest address that a dialog can show in full. A longer one is not opened. */
const LONGEST_ADDRESS = 2000

/** An outside address opens only after a person has seen all of it, as the browser will get it. */
export async function askThenOpen(address: string, pieces: OutsideLinkPieces): Promise<void> {
  const url = URL.parse(address)
  if (!url || !isOutsideAddress(address)) return
  if (url.href.length > LONGEST_ADDRESS) {
    await pieces.ask({ message: 'This address is too long to show, so Counterpoint does not open it.', detail: `${url.href.slice(0, 200)}…`, buttons: ['Close'], defaultId: 0, cancelId: 0 })
    return
  }
  const mail = url.protocol === 'mailto:'
  const pressed = await pieces.ask({
    message: mail ? 'Write to this address in your mail program?' : 'Open this address in your browser?',
    detail: url.href,
    buttons: [mail ? 'Open mail program' : 'Open in browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  if (pressed === 0) await pieces.open(url.href)
}
