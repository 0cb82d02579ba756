import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { spellingOf } from './spelling.ts'
import { groundColour, keepPlace, openingBounds, showPage, windowOptions } from './window.ts'

const display = { x: 0, y: 0, width: 1920, height: 1080 }
const second = { x: 1920, y: 0, width: 1280, height: 800 }
const settings = { theme: 'system', textSize: 19, font: 'serif', measure: 32, lineHeight: 1.6, library: null, saidSynced: [] as string[], saveFolder: null, lastArticleId: null, window: null, spelling: false, backupFolder: null, dictionary: null } as const
const pieces = { preload: '/preload.cjs', icon: '/icon.png', spelling: 'dictionaries' } as const

describe('where the window opens', () => {
  it('is as it was left', () => {
    expect(openingBounds({ x: 100, y: 50, width: 1200, height: 700 }, [display])).toEqual({ x: 100, y: 50, width: 1200, height: 700 })
    expect(openingBounds({ x: 2000, y: 50, width: 1200, height: 700 }, [display, second])).toEqual({ x: 2000, y: 50, width: 1200, height: 700 })
  })

  it('is the system’s choice when its display is gone', () => {
    expect(openingBounds({ x: 2000, y: 50, width: 1200, height: 700 }, [display])).toEqual({ width: 1200, height: 700 })
    expect(openingBounds({ x: 1900, y: 50, width: 1200, height: 700 }, [display])).toEqual({ width: 1200, height: 700 })
    expect(openingBounds({ x: 100, y: -400, width: 1200, height: 700 }, [display])).toEqual({ width: 1200, height: 700 })
  })

  it('fits the display, and is never under the least size', () => {
    expect(openingBounds({ x: 1930, y: 0, width: 4000, height: 3000 }, [display, second])).toEqual({ x: 1930, y: 0, width: 1280, height: 800 })
    expect(openingBounds({ width: 100, height: 100 }, [display])).toEqual({ width: 720, height: 480 })
    expect(openingBounds(null, [{ x: 0, y: 0, width: 1366, height: 768 }])).toEqual({ width: 1366, height: 768 })
  })
})

describe('the window', () => {
  it('shuts the page off from Node', () => {
    expect(windowOptions(settings, [display], false, pieces).webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, webviewTag: false, spellcheck: false, allowRunningInsecureContent: false,
    })
  })

  it('has Chromium’s spelling checker only where that is the system’s', () => {
    expect(windowOptions(settings, [display], false, { ...pieces, spelling: spellingOf('darwin') }).webPreferences).toMatchObject({ spellcheck: true })
    for (const platform of ['linux', 'win32'] as const) expect(windowOptions(settings, [display], false, { ...pieces, spelling: spellingOf(platform) }).webPreferences).toMatchObject({ spellcheck: false })
  })

  it('has the ground of its theme', () => {
    expect(groundColour('system', true)).toBe(groundColour('dark', false))
    expect(groundColour('system', false)).toBe(groundColour('light', true))
    expect(groundColour('sepia', true)).not.toBe(groundColour('light', true))
  })

  it('keeps its place when it closes', () => {
    const saved: unknown[] = []
    const listeners = new Map<string, () => void>()
    keepPlace({
      on: (name, listener) => listeners.set(name, listener),
      getNormalBounds: () => ({ x: 1, y: 2, width: 1000, height: 700 }),
      isMaximized: () => true,
    }, (bounds) => saved.push(bounds))
    listeners.get('resize')!()
    expect(saved).toEqual([])
    listeners.get('close')!()
    expect(saved).toEqual([{ x: 1, y: 2, width: 1000, height: 700, maximized: true }])
  })
})

describe('a window that is hidden at first', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** `fire` is an event of the window or of its page. */
  function aWindow({ platform = 'linux', maximized = false }: { platform?: NodeJS.Platform; maximized?: boolean } = {}) {
    const listeners = new Map<string, () => void>()
    const done: string[] = []
    let destroyed = false
    const once = (name: string, listener: () => void): void => void listeners.set(name, listener)
    const window = {
      once, webContents: { once },
      show: () => done.push('show'), maximize: () => done.push('maximize'), isDestroyed: () => destroyed,
      loadURL: (address: string) => { done.push(address); return destroyed ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve() },
    }
    const show = () => showPage(window as unknown as Parameters<typeof showPage>[0], { maximized, platform, onShown: () => done.push('told') })
    return { done, show, fire: (name: string) => listeners.get(name)?.(), destroy: () => { destroyed = true } }
  }

  it('is shown once, when its page is drawn', async () => {
    const { done, show, fire } = aWindow({ platform: 'win32', maximized: true })
    await show()
    fire('did-finish-load')
    expect(done).toEqual(['app://counterpoint/'])
    fire('ready-to-show')
    vi.runAllTimers()
    expect(done).toEqual(['app://counterpoint/', 'maximize', 'show', 'told'])
  })

  it('is shown on Linux once its page is loaded, where nothing draws a hidden window', async () => {
    const { done, show, fire } = aWindow()
    await show()
    fire('did-finish-load')
    fire('ready-to-show')
    expect(done).toEqual(['app://counterpoint/', 'show', 'told'])
  })

  it('is shown after a while when nothing says that it is ready', async () => {
    const { done, show } = aWindow({ platform: 'darwin' })
    await show()
    vi.advanceTimersByTime(1999)
    expect(done).not.toContain('show')
    vi.advanceTimersByTime(1)
    expect(done).toContain('show')
  })

  it('is not shown when it was closed meanwhile, and that is no mistake', async () => {
    const { done, show, destroy, fire } = aWindow()
    destroy()
    await show()
    fire('ready-to-show')
    vi.runAllTimers()
    expect(done).toEqual(['app://counterpoint/'])
  })
})
