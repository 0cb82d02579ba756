/** The window: where it opens, how it is shut off from Node and the network, and where it was left. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import type { Settings } from '../../shared/settings.ts'
import { APP_ORIGIN } from './security.ts'

/** CSS pixels. The layout holds from here on. */
export const MINIMUM = { width: 720, height: 480 }
const FIRST_SIZE = { width: 1440, height: 900 }
/** How much of the window must lie on a display, so that its title bar can be reached. */
const VISIBLE = { width: 200, height: 100 }
/** Milliseconds without a move or a resize until the place is kept. */
const SETTLED = 500

type SavedBounds = NonNullable<Settings['window']>

/** Where the window opens: as it was left, shrunk to the display it is on; in the middle when that display is gone. */
export function openingBounds(saved: Settings['window'], displays: Rectangle[]): Partial<Rectangle> {
  const { x, y } = saved ?? {}
  const size = saved ?? FIRST_SIZE
  const display = x === undefined || y === undefined ? undefined : displays.find((area) => overlaps({ x, y, ...size }, area))
  const room = display ?? displays[0]
  const width = Math.max(MINIMUM.width, Math.min(Math.round(size.width), room?.width ?? size.width))
  const height = Math.max(MINIMUM.height, Math.min(Math.round(size.height), room?.height ?? size.height))
  return display && x !== undefined && y !== undefined ? { x: Math.round(x), y: Math.round(y), width, height } : { width, height }
}

function overlaps(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const height = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y)
  return width >= VISIBLE.width && height >= VISIBLE.height && window.y >= area.y
}

/** The ground of each theme (`--bg-window` in the tokens), so that nothing flashes before the page is drawn. */
export function groundColour(theme: Settings['theme'], systemIsDark: boolean): string {
  if (theme === 'sepia') return '#E9DFC9'
  return theme === 'dark' || (theme === 'system' && systemIsDark) ? '#131312' : '#F2F1EC'
}

export interface WindowPieces {
  preload: string
  /** Windows takes it from the packaged program and macOS from the bundle; Linux has no other. */
  icon: string
  /** Chromium's checker has to be off where ours takes its place. */
  spelling: 'native' | 'dictionaries'
}

export function windowOptions(settings: Settings, displays: Rectangle[], systemIsDark: boolean, { preload, icon, spelling }: WindowPieces): BrowserWindowConstructorOptions {
  return {
    ...openingBounds(settings.window, displays),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Counterpoint',
    icon,
    show: false,
    backgroundColor: groundColour(settings.theme, systemIsDark),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: spelling === 'native',
    },
  }
}

/** Milliseconds after which the window is shown whatever it has drawn. */
const LONGEST_HIDDEN = 2000

type HiddenWindow = Pick<BrowserWindow, 'maximize' | 'show' | 'isDestroyed' | 'loadURL'> & {
  once(event: 'ready-to-show', listener: () => void): unknown
  webContents: { once(event: 'did-finish-load', listener: () => void): unknown }
}

export interface ShowOptions {
  maximized: boolean
  platform: NodeJS.Platform
  /** Called once, when the window is there. */
  onShown: () => void
}

/**
 * Loads the page, and shows the window once it is drawn. On Wayland a hidden window may never be drawn (electron#48859),
 * so on Linux a loaded page is enough; and no window stays hidden for long.
 */
export async function showPage(window: HiddenWindow, { maximized, platform, onShown }: ShowOptions): Promise<void> {
  let shown = false
  const show = (): void => {
    clearTimeout(timer)
    if (shown || window.isDestroyed()) return
    shown = true
    if (maximized) window.maximize()
    window.show()
    onShown()
  }
  const timer = setTimeout(show, LONGEST_HIDDEN)
  window.once('ready-to-show', show)
  if (platform === 'linux') window.webContents.once('did-finish-load', show)
  await window.loadURL(`${APP_ORIGIN}/`).catch((error: Error) => {
    // A window that is closed while it loads needs no page.
    if (!window.isDestroyed()) throw error
  })
}

type PlacedWindow = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'> & { on(event: 'resize' | 'move' | 'close', listener: () => void): unknown }

/** Keeps where the window is: when it has settled, and when it closes. */
export function keepPlace(window: PlacedWindow, save: (bounds: SavedBounds) => void): void {
  let timer: NodeJS.Timeout | undefined
  const saveNow = (): void => {
    clearTimeout(timer)
    save({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(saveNow, SETTLED)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('close', saveNow)
}
