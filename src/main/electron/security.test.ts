import type { HandlerDetails, OnBeforeRequestListenerDetails, WindowOpenHandlerResponse } from 'electron'
import { describe, expect, it } from 'vitest'
import { askThenOpen, hardenContents, hardenSession, isOwnAddress, mayRequest, shutOffNetwork, type OutsideLinkPieces } from './security.ts'

/** Keeps what each setter was given, under the setter's name. */
function aSession() {
  const given: Record<string, any> = {} // eslint-disable-line typescript/no-explicit-any -- handlers of many shapes
  const order: string[] = []
  const keep = (name: string) => (value: unknown): void => {
    given[name] = value
    order.push(name)
  }
  const session = {
    setPermissionRequestHandler: keep('request'), setPermissionCheckHandler: keep('check'), setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'), setSpellCheckerEnabled: keep('spelling'), setSpellCheckerDictionaryDownloadURL: keep('dictionaries'), setSpellCheckerLanguages: keep('languages'),
    on: (name: string, listener: unknown) => keep(name)(listener),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
  }
  const lines: string[] = []
  const harden = (developing: boolean): void => hardenSession(session as unknown as Parameters<typeof hardenSession>[0], { developing, log: (line) => lines.push(line) })
  return { given, order, lines, harden }
}

describe('the session', () => {
  it('refuses every permission but writing to the clipboard from our own page', () => {
    const { given, harden } = aSession()
    harden(false)
    const ask = (permission: string, requestingUrl: string): boolean => {
      let answer = true
      given.request(null, permission, (granted: boolean) => { answer = granted }, { requestingUrl })
      return answer
    }
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'fullscreen', 'unknown']) {
      expect(ask(permission, 'app://counterpoint/')).toBe(false)
      expect(given.check(null, permission, 'app://counterpoint')).toBe(false)
    }
    expect(ask('clipboard-sanitized-write', 'app://counterpoint/')).toBe(true)
    expect(given.check(null, 'clipboard-sanitized-write', 'app://counterpoint')).toBe(true)
    expect(ask('clipboard-sanitized-write', 'https://example.org/')).toBe(false)
    expect(given.check(null, 'clipboard-sanitized-write', 'https://example.org')).toBe(false)
    expect(given.device()).toBe(false)
  })

  it('leaves nothing to download a spelling dictionary for, in the task that made it', () => {
    const { given, order, harden } = aSession()
    harden(false)
    expect(given.languages).toEqual([])
    expect(isOwnAddress(given.dictionaries)).toBe(true)
    // Giving languages turns checking on or off too, so turning it off comes last.
    expect(order.filter((name) => ['dictionaries', 'languages', 'spelling'].includes(name))).toEqual(['dictionaries', 'languages', 'spelling'])
    expect(given.spelling).toBe(false)
  })

  it('downloads nothing', () => {
    const { given, lines, harden } = aSession()
    harden(false)
    let prevented = false
    given['will-download']({ preventDefault: () => { prevented = true } })
    expect(prevented).toBe(true)
    expect(lines).toEqual(['Refused a download'])
  })

  it('lets only our own requests out, and logs the others', () => {
    const { given, lines, harden } = aSession()
    harden(false)
    const cancelled = (url: string): boolean => {
      let cancel = false
      given.beforeRequest({ url } as OnBeforeRequestListenerDetails, (answer: { cancel: boolean }) => { cancel = answer.cancel })
      return cancel
    }
    expect(cancelled('app://counterpoint/assets/index.js')).toBe(false)
    for (const url of ['https://example.org/', 'http://127.0.0.1:4000/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'devtools://devtools/x', 'app://other/', 'app://counterpoint.example.org/']) {
      expect(cancelled(url)).toBe(true)
    }
    expect(lines).toHaveLength(7)
  })

  it('has the developer tools only while developing', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true)
    expect(mayRequest('https://example.org/', true)).toBe(false)
  })
})

it('looks no name up, whoever asks', () => {
  const switches: string[][] = []
  shutOffNetwork({ appendSwitch: (...given) => void switches.push(given as string[]) })
  expect(switches).toEqual([['host-resolver-rules', 'MAP * ~NOTFOUND']])
})

describe('our own address', () => {
  it.each(['app://counterpoint', 'app://counterpoint/', 'app://counterpoint/#/library'])('%s is', (address) => expect(isOwnAddress(address)).toBe(true))
  it.each(['', 'null', 'app://counterpoint@example.org/', 'app://counterpoint:80/', 'https://counterpoint/', 'file:///app://counterpoint/'])('%s is not', (address) => expect(isOwnAddress(address)).toBe(false))
})

/** A page's contents: `fire` gives back whether the event was prevented. */
function aPage() {
  const listeners = new Map<string, (event: unknown) => void>()
  const asked: string[] = []
  let openHandler: (details: HandlerDetails) => WindowOpenHandlerResponse = () => ({ action: 'allow' })
  const contents = {
    on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => { openHandler = handler },
  }
  hardenContents(contents as unknown as Parameters<typeof hardenContents>[0], (address) => asked.push(address))
  const fire = (name: string, url: string, isMainFrame = true): boolean => {
    let prevented = false
    listeners.get(name)?.({ url, isMainFrame, preventDefault: () => { prevented = true } })
    return prevented
  }
  return { asked, fire, open: (url: string) => openHandler({ url } as HandlerDetails) }
}

describe('a page', () => {
  it('can go nowhere, not even within our own address', () => {
    const page = aPage()
    for (const url of ['app://counterpoint/other.html', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x']) {
      expect(page.fire('will-navigate', url)).toBe(true)
      expect(page.fire('will-redirect', url)).toBe(true)
      expect(page.fire('will-frame-navigate', url, false)).toBe(true)
    }
    expect(page.fire('will-attach-webview', 'https://example.org/')).toBe(true)
    expect(page.asked).toEqual([])
  })

  it('asks for an outside link once, and for one in a frame never', () => {
    const page = aPage()
    page.fire('will-frame-navigate', 'https://example.org/')
    page.fire('will-navigate', 'https://example.org/')
    page.fire('will-frame-navigate', 'https://frame.example.org/', false)
    expect(page.asked).toEqual(['https://example.org/'])
  })

  it('shows in a frame only what the page itself has made', () => {
    const page = aPage()
    expect(page.fire('will-frame-navigate', 'blob:app://counterpoint/5e1c', false)).toBe(false)
    for (const url of ['blob:https://example.org/5e1c', 'app://counterpoint/', 'data:text/html,x', 'blob:app://counterpoint.example.org/5e1c']) expect([url, page.fire('will-frame-navigate', url, false)]).toEqual([url, true])
  })

  it('opens no window', () => {
    const page = aPage()
    expect(page.open('https://example.org/a')).toEqual({ action: 'deny' })
    expect(page.open('file:///etc/passwd')).toEqual({ action: 'deny' })
    expect(page.open('app://counterpoint/')).toEqual({ action: 'deny' })
    expect(page.asked).toEqual(['https://example.org/a'])
  })
})

describe('an outside address', () => {
  const pieces = (press: number) => {
    const shown: string[] = []
    const opened: string[] = []
    const made: OutsideLinkPieces = {
      ask: async ({ detail }) => { shown.push(detail); return press },
      open: async (address) => { opened.push(address) },
    }
    return { made, shown, opened }
  }

  it('opens after all of it was shown', async () => {
    const { made, shown, opened } = pieces(0)
    await askThenOpen('https://example.org/a?b=1#c', made)
    expect(shown).toEqual(['https://example.org/a?b=1#c'])
    expect(opened).toEqual(shown)
  })

  it('is shown as the browser gets it: a lookalike name in its own letters', async () => {
    const { made, shown } = pieces(1)
    await askThenOpen('https://ex\u0430mple.org/', made)
    expect(shown).toEqual(['https://xn--exmple-4nf.org/'])
  })

  it('stays closed on Cancel, when it is of another kind, or too long to show', async () => {
    const cancelled = pieces(1)
    await askThenOpen('https://example.org/', cancelled.made)
    const agreed = pieces(0)
    await askThenOpen('file:///etc/passwd', agreed.made)
    await askThenOpen('javascript:alert(1)', agreed.made)
    expect(agreed.shown).toEqual([])
    await askThenOpen(`https://example.org/${'a'.repeat(3000)}`, agreed.made)
    expect([...cancelled.opened, ...agreed.opened]).toEqual([])
  })
})
