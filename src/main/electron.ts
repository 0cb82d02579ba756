/**
 * The Electron face. It opens the desk and one window on it; everything that can be decided without Electron
 * is decided in the modules it calls.
 */
import path from 'node:path'
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron'
import { openDesk, type Desk } from './desk.ts'
import { createCommands } from './electron/commands.ts'
import { changeSettings, deviceSettings } from './electron/device-settings.ts'
import { serveOverIpc } from './electron/ipc-transport.ts'
import { createMainWindow } from './electron/main-window.ts'
import { menuTemplate } from './electron/menu.ts'
import { createPrinter, PRINT_PARTITION } from './electron/print-to-pdf.ts'
import { isSecondStart, takeOtherProfile, takeProfile } from './electron/profile.ts'
import { createFileHandler, privilegedSchemes } from './electron/protocol.ts'
import { createFileSaver } from './electron/save-file.ts'
import { APP_SCHEME, askThenOpen, hardenContents, hardenSession, shutOffNetwork } from './electron/security.ts'
import { followSpelling, spellingOf } from './electron/spelling.ts'
import { readStartArguments, wordsOfStart } from './electron/start-arguments.ts'
import { outliveTerminal, quitWhenAsked, tellStarter } from './electron/starter.ts'
import type { Face } from './face.ts'
import { openFiles } from './open-files.ts'
import { chooseLibrary, platformPaths } from './platform-paths.ts'
import { resource } from './resources.ts'
import { askRunningCopy, claimLibrary, libraryKey, type Claim } from './running-copy.ts'
import { programFiles, programVersion } from './server/program-files.ts'

/** The one that the packages are made with. Windows groups windows and pins by it. */
const APP_ID = 'org.counterpoint.Counterpoint'
const developing = !app.isPackaged
const paths = platformPaths()
const started = readStartArguments(wordsOfStart(process.argv, developing), process.cwd())
const log = (line: string): void => void process.stderr.write(`${line}\n`)

/** The folder that the claim is for. */
let claimed = chooseLibrary(started.library, paths)
let claim: Claim | undefined
const opened = Promise.withResolvers<Desk>()
let desk: Desk | undefined
let closing: Promise<void> | undefined
/** Files that the system asks for before there is a desk (macOS). */
const waiting: string[] = []

const window = createMainWindow({
  electron: { app, BrowserWindow, clipboard, dialog, Menu, nativeTheme, screen },
  openOutside,
  onShown: () => tellStarter('shown'),
  onClosed: () => commands.windowClosed(),
  log,
})
const commands = createCommands({
  openWindow: () => void opened.promise.then(window.open),
  tellPage: (command) => desk?.emit({ name: 'command.chosen', command }),
})

outliveTerminal()
shutOffNetwork(app.commandLine)
app.enableSandbox()
app.setName('Counterpoint')
app.setAppUserModelId(APP_ID)
app.setAboutPanelOptions({ applicationName: 'Counterpoint', applicationVersion: programVersion(), copyright: 'MIT License', iconPath: resource('icon.png') })
protocol.registerSchemesAsPrivileged(privilegedSchemes)
app.on('session-created', (made) => hardenSession(made, { developing, log }))
app.on('web-contents-created', (_event, contents) => hardenContents(contents, openOutside))
app.on('open-file', (event, file) => {
  event.preventDefault()
  if (desk) void openInWindow([file])
  else waiting.push(file)
})
app.on('second-instance', (_event, _words, _folder, data) => {
  // The files come by the socket, which any face answers.
  if (isSecondStart(data) && data.library === libraryKey(claimed)) void opened.promise.then(window.bringToFront)
})
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
app.on('will-quit', (event) => {
  event.preventDefault()
  closing ??= close().finally(() => app.exit(0))
})

/* Electron is ready only when this module has been carried out: the profile has to be settled by then. */
const settling = settle()
await settling.catch(() => undefined)
void app.whenReady().then(() => settling).then((isFirst) => isFirst ? start() : handOver()).catch(fail)

/** Whether this copy is the one that has the library. Its profile is its own then. */
async function settle(): Promise<boolean> {
  const profileIsOurs = takeProfile(app, paths.config, claimed)
  claim = await claimLibrary(claimed, openInWindow)
  if (claim && !profileIsOurs) takeOtherProfile(app, paths.config, claimed)
  return claim !== undefined
}

async function start(): Promise<void> {
  // Sessions first, and at once: see hardenSession.
  const pages = session.defaultSession
  const printToPdf = createPrinter({ session: session.fromPartition(PRINT_PARTITION), openWindow: (options) => new BrowserWindow(options) })
  const spelling = spellingOf(process.platform)
  quitWhenAsked(() => app.quit())
  pages.protocol.handle(APP_SCHEME, createFileHandler(programFiles.rendererFolder))
  const open = await openDesk({
    ...(started.library ? { library: started.library } : {}),
    paths,
    workerFile: programFiles.workerFile,
    formatWorkerFile: programFiles.formatWorkerFile,
    spellingWorkerFile: programFiles.spellingWorkerFile,
    backupWorkerFile: programFiles.backupWorkerFile,
    version: programVersion(),
    log,
    face: { ...faceOfWindow(() => open), printToPdf, spelling },
  })
  desk = open
  serveOverIpc({ ipcMain, windows: () => BrowserWindow.getAllWindows().map((each) => each.webContents), desk: open, log })
  open.subscribe((event) => {
    if (event.name === 'settings.changed') void window.followTheme(open)
    if (event.name === 'settings.changed') void followSpelling(open, spelling, pages)
    if (event.name === 'library.changed') void claimAgain(open)
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, developing, choose: commands.choose, about: () => app.showAboutPanel() })))
  await followSpelling(open, spelling, pages)
  const problems = await openFiles(open, [...started.files, ...waiting.splice(0)])
  await window.open(open)
  opened.resolve(open)
  app.on('activate', () => void window.open(open))
  await report(problems)
}

/** Another copy has the library open: it gets the files, and what it says goes to the terminal. */
async function handOver(): Promise<void> {
  const { answered, message } = await askRunningCopy(claimed, [...started.files, ...waiting.splice(0)])
  if (answered) tellStarter('handed-over')
  log(message)
  if (!answered && !process.stderr.isTTY) dialog.showErrorBox('Counterpoint could not start', message)
  app.exit(answered ? 0 : 1)
}

function fail(error: Error): void {
  log(error.stack ?? error.message)
  dialog.showErrorBox('Counterpoint could not start', error.message)
  app.exit(1)
}

/** When the window shows another library, starts that name that one come here. (The event also tells of changes by others.) */
async function claimAgain(desk: Desk): Promise<void> {
  if (desk.folder() === claimed) return
  claimed = desk.folder()
  await claim?.release()
  claim = await claimLibrary(claimed, openInWindow)
}

/** Imports files into the running app and shows the last one. Gives back what the person who gave them is told. */
async function openInWindow(files: string[]): Promise<string> {
  const desk = await opened.promise
  const problems = await openFiles(desk, files)
  await window.bringToFront(desk)
  void report(problems)
  return problems.join('\n') || (files.length > 0 ? 'Opened in the Counterpoint that is running.' : 'Counterpoint is running with this library already.')
}

async function report(problems: string[]): Promise<void> {
  if (problems.length === 0 || !window.isOpen()) return
  const message = problems.length === 1 ? 'A file was not imported' : `${problems.length} files were not imported`
  await window.showMessageBox({ type: 'warning', message, detail: problems.join('\n') })
}

/** What the window can do beyond the contract. */
function faceOfWindow(desk: () => Desk): Face {
  const saver = createFileSaver({
    showSaveDialog: window.showSaveDialog,
    showItemInFolder: (file) => shell.showItemInFolder(file),
    lastFolder: async () => (await deviceSettings(desk())).saveFolder,
    keepFolder: (folder) => changeSettings(desk(), { saveFolder: folder }),
    documents: () => app.getPath('documents'),
    home: () => app.getPath('home'),
  })
  return {
    chooseFolder: async () => {
      const { filePaths } = await window.showOpenDialog({ title: 'Open a library', defaultPath: path.dirname(desk().folder()), properties: ['openDirectory', 'createDirectory'] })
      return filePaths[0] ?? null
    },
    saveFile: saver.save,
    showFile: saver.show,
    takeCommand: commands.take,
    stored: window.stored,
  }
}

function openOutside(address: string): void {
  void askThenOpen(address, {
    ask: async (question) => (await window.showMessageBox(question)).response,
    open: (agreed) => shell.openExternal(agreed),
  }).catch((error: Error) => log(error.message))
}

async function close(): Promise<void> {
  await window.placeSaved()
  await desk?.close()
  await claim?.release()
}
