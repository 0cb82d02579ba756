/** The one window: opened, brought to the front, asked before it closes, and put right when its page has ended. */
import path from 'node:path'
import type * as electron from 'electron'
import type { BrowserWindow, BrowserWindowConstructorOptions, ContextMenuParams, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { Settings } from '../../shared/settings.ts'
import type { Desk } from '../desk.ts'
import { resource } from '../resources.ts'
import { storeBeforeClosing } from './closing.ts'
import { contextMenuTemplate } from './context-menu.ts'
import { changeSettings, deviceSettings } from './device-settings.ts'
import { addWord, spellingOf, suggestionsFor } from './spelling.ts'
import { groundColour, keepPlace, showPage, windowOptions } from './window.ts'

/** What of Electron's the window is made of. */
type Parts = Pick<typeof electron, 'app' | 'BrowserWindow' | 'clipboard' | 'dialog' | 'Menu' | 'nativeTheme' | 'screen'>

export interface MainWindowPieces {
  electron: Parts
  openOutside: (address: string) => void
  onShown: () => void
  onClosed: () => void
  log: (line: string) => void
}

export type MainWindow = ReturnType<typeof createMainWindow>

export function createMainWindow({ electron, openOutside, onShown, onClosed, log }: MainWindowPieces) {
  const { app, nativeTheme } = electron
  let window: BrowserWindow | undefined
  let opening: Promise<void> | undefined
  let stored = (): void => {}
  let placeSaved: Promise<void> = Promise.resolve()
  let quitting = false
  app.on('before-quit', () => { quitting = true })

  async function make(desk: Desk): Promise<void> {
    const settings = await deviceSettings(desk)
    nativeTheme.themeSource = themeSource(settings)
    const made = new electron.BrowserWindow(optionsFor(settings, electron))
    window = made
    keepPlace(made, (bounds) => {
      placeSaved = changeSettings(desk, { window: bounds }).catch((error: Error) => log(`The window's place was not kept: ${error.message}`))
    })
    stored = storeBeforeClosing(made, {
      ask: () => desk.emit({ name: 'app.closing' }),
      closeAgain: () => { if (quitting) app.quit(); else made.close() },
    })
    made.on('closed', () => {
      window = undefined
      onClosed()
    })
    offerMenu(made, electron, { desk, openOutside, log })
    offerReload(made, electron, log)
    await showPage(made, { maximized: settings.window?.maximized ?? false, platform: process.platform, onShown })
  }

  async function open(desk: Desk): Promise<void> {
    if (!window) opening ??= make(desk).finally(() => { opening = undefined })
    await opening
  }

  return {
    /** Opens the window if there is none. */
    open,
    bringToFront: async (desk: Desk): Promise<void> => {
      await open(desk)
      if (window) bringToFront(window, app)
    },
    followTheme: async (desk: Desk): Promise<void> => {
      const settings = await deviceSettings(desk)
      nativeTheme.themeSource = themeSource(settings)
      window?.setBackgroundColor(groundColour(settings.theme, nativeTheme.shouldUseDarkColors))
    },
    /** The page's answer to `app.closing`. */
    stored: () => stored(),
    /** The last save of the window's place, so that quitting waits for it. */
    placeSaved: () => placeSaved,
    isOpen: () => window !== undefined,
    ...dialogsOn(() => window, electron.dialog),
  }
}

/** The system's dialogs: on the window where there is one. */
function dialogsOn(window: () => BrowserWindow | undefined, dialog: Parts['dialog']) {
  return {
    showMessageBox: (options: MessageBoxOptions) => {
      const parent = window()
      return parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options)
    },
    showOpenDialog: (options: OpenDialogOptions) => {
      const parent = window()
      return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)
    },
    showSaveDialog: (options: SaveDialogOptions) => {
      const parent = window()
      return parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options)
    },
  }
}

function optionsFor(settings: Settings, { nativeTheme, screen }: Parts): BrowserWindowConstructorOptions {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const pieces = { preload: path.join(import.meta.dirname, '../preload/index.cjs'), icon: resource('icon.png'), spelling: spellingOf(process.platform) }
  return windowOptions(settings, displays, nativeTheme.shouldUseDarkColors, pieces)
}

function bringToFront(window: BrowserWindow, app: Parts['app']): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  if (process.platform === 'darwin') app.focus({ steal: true })
}

function offerMenu(window: BrowserWindow, { clipboard, Menu }: Parts, { desk, openOutside, log }: Pick<MainWindowPieces, 'openOutside' | 'log'> & { desk: Desk }): void {
  const contents = window.webContents
  const spelling = spellingOf(process.platform)
  contents.on('context-menu', (_event, clicked) => void offer(clicked))
  async function offer(clicked: ContextMenuParams): Promise<void> {
    const template = contextMenuTemplate(clicked, await suggestionsFor(desk, spelling, clicked), {
      copyText: (text) => clipboard.writeText(text),
      openOutside,
      replaceWith: (word) => contents.replaceMisspelling(word),
      addWord: (word) => void addWord(desk, spelling, contents, word).catch((error: Error) => log(`“${word}” was not added to the dictionary: ${error.message}`)),
    })
    if (template.length > 0 && !window.isDestroyed()) Menu.buildFromTemplate(template).popup({ window })
  }
}

function offerReload(window: BrowserWindow, { app, dialog }: Parts, log: (line: string) => void): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    log(`The page ended: ${reason}`)
    // A page that ended while its window was closing needs no other.
    if (!window.isDestroyed()) void ask()
  })
  async function ask(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window stopped working',
      detail: 'Everything up to the last moment is in your library. Reload to go on.',
      buttons: ['Reload', 'Quit'],
      defaultId: 0,
      cancelId: 1,
    })
    if (response !== 0) app.quit()
    else if (!window.isDestroyed()) window.reload()
  }
}

/** Sepia is light as far as the system's own menus and dialogs go. */
function themeSource({ theme }: Settings): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme
}
