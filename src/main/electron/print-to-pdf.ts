/**
 * A page of ours as a PDF: drawn in a hidden window that has no script, no preload, no Node and no network,
 * in a session of its own that is gone with the app.
 */
import type { BrowserWindowConstructorOptions, PrintToPDFOptions, Session, WebContents, WebRequest } from 'electron'
import { APP_SCHEME } from './security.ts'

/** Without `persist:`, so it is in memory alone. */
export const PRINT_PARTITION = 'counterpoint-print'
/** Another host than the app's: what is printed is no page of the app, and IPC refuses it. */
const PRINT_ORIGIN = `${APP_SCHEME}://print`

export const printWindowOptions: BrowserWindowConstructorOptions = {
  show: false,
  webPreferences: {
    partition: PRINT_PARTITION,
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // A hidden window is not drawn in full otherwise.
    backgroundThrottling: false,
  },
}

/** Size and margins come from the page's own `@page`; headings become the outline, tables and languages the tags (PDF/UA). */
const pdfOptions: PrintToPDFOptions = { preferCSSPageSize: true, pageSize: 'A4', printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }

type PrintSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> & {
  protocol: Pick<Session['protocol'], 'handle'>
  webRequest: Pick<WebRequest, 'onBeforeRequest'>
}

export interface PrintWindow {
  loadURL(address: string): Promise<void>
  destroy(): void
  webContents: Pick<WebContents, 'printToPDF'>
}

export interface PrintPieces {
  session: PrintSession
  openWindow(options: BrowserWindowConstructorOptions): PrintWindow
}

/** Gives the function that prints. `html` is a whole page that needs nothing else; what it asks for is refused. */
export function createPrinter({ session, openWindow }: PrintPieces): (html: string) => Promise<Uint8Array> {
  /** By address: several may be printed at once. */
  const pages = new Map<string, string>()
  let printed = 0
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  // Images within the page are data; everything else it could ask for is elsewhere.
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !pages.has(details.url) && !details.url.startsWith('data:image/') }))
  session.protocol.handle(APP_SCHEME, (request) => {
    const html = pages.get(request.url)
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers })
  })

  return async (html) => {
    const address = `${PRINT_ORIGIN}/${(printed += 1)}`
    pages.set(address, html)
    const window = openWindow(printWindowOptions)
    try {
      await window.loadURL(address)
      return await window.webContents.printToPDF(pdfOptions)
    } finally {
      pages.delete(address)
      window.destroy()
    }
  }
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'x-content-type-options': 'nosniff',
}
