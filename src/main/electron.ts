/**
 * The Electron face. It opens the desk and one window on it; everything that can be decided without Electron
 * is decided in the modules it calls.
 */
import path from 'node:path'
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron'
import type { Output } from '../shared/contract.ts'
import type { Settings } from '../shared/settings.ts'
import { unwrap } from '../shared/rpc.ts'
import { openDesk, type Desk } from './desk.ts'
import { contextMenuTemplate } from './electron/context-menu.ts'
import { serveOverIpc } from './electron/ipc-transport.ts'
import { menuTemplate } from './electron/menu.ts'
import { createPrinter, PRINT_PARTITION } from './electron/print-to-pdf.ts'
import { createFileHandler, privilegedSchemes } from './electron/protocol.ts'
import { APP_SCHEME, askThenOpen, hardenContents, hardenSession } from './electron/security.ts'
import { readStartArguments } from './electron/start-arguments.ts'
import { groundColour, keepPlace, showPage, windowOptions } from './electron/window.ts'
import { openFiles } from './open-files.ts'
import { chooseLibrary, platformPaths } from './platform-paths.ts'
import { askRunningCopy, claimLibrary, type Claim } from './running-copy.ts'
import { MAIN_WINDOW, windowClient } from './window-client.ts'

const here = import.meta.dirname
const developing = !app.isPackaged
const paths = platformPaths()
const started = readStartArguments(process.argv.slice(developing ? 2 : 1), process.cwd())
const log = (line: string): void => void process.stderr.write(`${line}\n`)

let window: BrowserWindow | undefined
let claim: Claim | undefined
/** The folder that the claim is for. */
let claimed = chooseLibrary(started.library, paths)
let desk: Desk | undefined
/** The last save of the window's place, so that quitting waits for it. */
let placeSaved: Promise<unknown> = Promise.resolve()
/** Files that the system asks for before there is a desk (macOS). */
const waiting: string[] = []

app.enableSandbox()
app.setName('Counterpoint')
app.setPath('userData', path.join(paths.config, 'electron'))
protocol.registerSchemesAsPrivileged(privilegedSchemes)
app.on('web-contents-created', (_event, contents) => hardenContents(contents, openOutside))
app.on('open-file', (event, file) => {
  event.preventDefault()
  if (desk) void openInWindow(desk, [file])
  else waiting.push(file)
})
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
app.on('will-quit', (event) => {
  event.preventDefault()
  void close().finally(() => app.exit(0))
})

void app.whenReady().then(start).catch((error: Error) => {
  log(error.stack ?? error.message)
  dialog.showErrorBox('Counterpoint could not start', error.message)
  app.exit(1)
})

async function start(): Promise<void> {
  claim = await claimLibrary(claimed, takeFiles)
  if (!claim) return handOver(claimed)
  const opened = await openDesk({
    ...(started.library ? { library: started.library } : {}),
    paths,
    workerFile: path.join(here, 'library-worker.js'),
    formatWorkerFile: path.join(here, 'format-worker.js'),
    version: app.getVersion(),
    log,
    chooseFolder,
    printToPdf: createPrinter({ session: session.fromPartition(PRINT_PARTITION), openWindow: (options) => new BrowserWindow(options) }),
  })
  desk = opened
  hardenSession(session.defaultSession, { developing, log })
  session.defaultSession.protocol.handle(APP_SCHEME, createFileHandler(path.join(here, '../renderer')))
  serveOverIpc({ ipcMain, windows: () => BrowserWindow.getAllWindows().map((each) => each.webContents), desk: opened, log })
  opened.subscribe((event) => {
    if (event.name === 'settings.changed') void followTheme(opened)
    if (event.name === 'library.changed') void claimAgain(opened)
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({
    platform: process.platform,
    developing,
    choose: (command) => opened.emit({ name: 'command.chosen', command }),
    about: () => app.showAboutPanel(),
  })))
  const problems = await openFiles(opened, [...started.files, ...waiting.splice(0)])
  await openWindow(opened)
  app.on('activate', () => void (BrowserWindow.getAllWindows().length > 0 || openWindow(opened)))
  await report(problems)
}

/** The files of a second start. */
function takeFiles(files: string[]): string | Promise<string> {
  return desk ? openInWindow(desk, files) : 'Counterpoint is still starting. Try again.'
}

/** When the window shows another library, starts that name that one come here. (The event also tells of changes by others.) */
async function claimAgain(desk: Desk): Promise<void> {
  if (desk.folder() === claimed) return
  claimed = desk.folder()
  await claim?.release()
  claim = await claimLibrary(claimed, takeFiles)
}

/** Another copy has the library open: it gets the files, and what it says goes to the terminal. */
async function handOver(folder: string): Promise<void> {
  const { answered, message } = await askRunningCopy(folder, started.files)
  log(message)
  app.exit(answered ? 0 : 1)
}

async function openWindow(desk: Desk): Promise<void> {
  const settings = await settingsOf(desk)
  nativeTheme.themeSource = themeSource(settings)
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const opened = new BrowserWindow(windowOptions(settings, displays, nativeTheme.shouldUseDarkColors, path.join(here, '../preload/index.cjs')))
  window = opened
  keepPlace(opened, (bounds) => {
    placeSaved = desk.dispatch('settings.update', { window: bounds }, { client: windowClient(MAIN_WINDOW) })
  })
  opened.on('closed', () => {
    window = undefined
  })
  opened.webContents.on('context-menu', (_event, clicked) => {
    const template = contextMenuTemplate(clicked, { copyText: (text) => clipboard.writeText(text), openOutside })
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window: opened })
  })
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(opened, reason)
  })
  await showPage(opened, settings.window?.maximized ?? false)
}

/** Imports files into the running app and shows the last one. Gives back what the person who gave them is told. */
async function openInWindow(desk: Desk, files: string[]): Promise<string> {
  const problems = await openFiles(desk, files)
  if (!window) await openWindow(desk)
  if (window?.isMinimized()) window.restore()
  window?.focus()
  void report(problems)
  return problems.join('\n') || (files.length > 0 ? 'Opened in the Counterpoint that is running.' : 'Counterpoint is running with this library already.')
}

async function report(problems: string[]): Promise<void> {
  if (problems.length === 0 || !window) return
  const message = problems.length === 1 ? 'A file was not imported' : `${problems.length} files were not imported`
  await dialog.showMessageBox(window, { type: 'warning', message, detail: problems.join('\n') })
}

async function offerReload(gone: BrowserWindow, reason: string): Promise<void> {
  log(`The page ended: ${reason}`)
  const { response } = await dialog.showMessageBox(gone, {
    type: 'error',
    message: 'The window stopped working',
    detail: 'Everything up to the last moment is in your library. Reload to go on.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) gone.reload()
  else app.quit()
}

function openOutside(address: string): void {
  void askThenOpen(address, {
    ask: async (question) => (await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))).response,
    open: (agreed) => shell.openExternal(agreed),
  }).catch((error: Error) => log(error.message))
}

async function chooseFolder(): Promise<string | null> {
  const options = { title: 'Open a library', properties: ['openDirectory' as const, 'createDirectory' as const] }
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

async function settingsOf(desk: Desk): Promise<Settings> {
  return unwrap(await desk.dispatch('settings.get', {}, { client: windowClient(MAIN_WINDOW) })) as Output<'settings.get'>
}

/** Sepia is light as far as the system's own menus and dialogs go. */
function themeSource({ theme }: Settings): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme
}

async function followTheme(desk: Desk): Promise<void> {
  const settings = await settingsOf(desk)
  nativeTheme.themeSource = themeSource(settings)
  window?.setBackgroundColor(groundColour(settings.theme, nativeTheme.shouldUseDarkColors))
}

async function close(): Promise<void> {
  await placeSaved
  await desk?.close()
  await claim?.release()
}
