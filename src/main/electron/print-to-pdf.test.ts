import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { createPrinter, type PrintPieces, type PrintWindow } from './print-to-pdf.ts'

/** A session and windows of which the page itself is served by what was given to `protocol.handle`. */
function aPrinter({ fails = false }: { fails?: boolean } = {}) {
  let serve: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 500 })
  let filter: (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void = () => undefined
  const permissions: boolean[] = []
  const opened: { options: BrowserWindowConstructorOptions; address: string; page: Response; pdf?: PrintToPDFOptions; destroyed: boolean }[] = []
  const session = {
    protocol: { handle: (_scheme: string, handler: typeof serve) => { serve = handler } },
    webRequest: { onBeforeRequest: (listener: typeof filter) => { filter = listener } },
    setPermissionRequestHandler: (handler: (contents: null, permission: string, answer: (granted: boolean) => void) => void) => handler(null, 'media', (granted) => permissions.push(granted)),
    setPermissionCheckHandler: (handler: () => boolean) => permissions.push(handler()),
  }
  const openWindow = (options: BrowserWindowConstructorOptions): PrintWindow => {
    const window: (typeof opened)[number] = { options, address: '', page: new Response(), destroyed: false }
    opened.push(window)
    return {
      loadURL: async (address) => {
        window.address = address
        window.page = await serve(new Request(address))
      },
      destroy: () => { window.destroyed = true },
      webContents: {
        printToPDF: async (options) => {
          if (fails) throw new Error('Failed to generate PDF')
          window.pdf = options
          return Buffer.from(`%PDF ${await window.page.text()}`)
        },
      },
    }
  }
  const print = createPrinter({ session: session as unknown as PrintPieces['session'], openWindow })
  const mayAskFor = (url: string): boolean => {
    let cancelled = false
    filter({ url }, ({ cancel }) => { cancelled = cancel ?? false })
    return !cancelled
  }
  return { print, opened, permissions, mayAskFor, serve: async (url: string) => (await serve(new Request(url))).status }
}

describe('printing to PDF', () => {
  it('prints the page that it was given, on the paper that the page names', async () => {
    const { print, opened } = aPrinter()
    expect(Buffer.from(await print('<h1>Who said what</h1>')).toString()).toBe('%PDF <h1>Who said what</h1>')
    expect(opened[0]!.pdf).toMatchObject({ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true })
  })

  it('keeps two that are printed at once apart', async () => {
    const { print } = aPrinter()
    const both = await Promise.all([print('one'), print('two')])
    expect(both.map((pdf) => Buffer.from(pdf).toString())).toEqual(['%PDF one', '%PDF two'])
  })

  it('shuts the page off from scripts, Node, the app and the network', async () => {
    const { print, opened, permissions, mayAskFor } = aPrinter()
    await print('<p></p>')
    expect(opened[0]!.options.webPreferences).toMatchObject({ javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
    expect(opened[0]!.options.webPreferences).not.toHaveProperty('preload')
    expect(opened[0]!.options.show).toBe(false)
    expect(opened[0]!.page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(permissions).toEqual([false, false])
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://counterpoint/', 'http://127.0.0.1:4000/', 'data:text/html,x']) expect([url, mayAskFor(url)]).toEqual([url, false])
    expect(mayAskFor('data:image/png;base64,AA==')).toBe(true)
  })

  it('leaves no window and no page behind, also when it fails', async () => {
    const { print, opened, serve, mayAskFor } = aPrinter({ fails: true })
    await expect(print('<p></p>')).rejects.toThrow('Failed to generate PDF')
    const { destroyed, address } = opened[0]!
    expect(destroyed).toBe(true)
    expect(mayAskFor(address)).toBe(false)
    expect(await serve(address)).toBe(404)
  })
})
