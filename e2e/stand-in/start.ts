/** `node e2e/stand-in/start.ts FOLDER [WORDS]`: as `electron FOLDER [WORDS]`. The test asks over the fork's channel. */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { BrowserWindow, WindowOptions } from './browser-window.ts'
import type { Entry } from './record.ts'

/** What a test can ask and have done. */
export interface Questions {
  record(): Entry[]
  answerNext(kind: string, answer: unknown): void
  chooseInMenu(...labels: string[]): void
  /** Of those that are shown. */
  windows(): WindowOptions[]
  closeWindow(): void
  crashPage(): Promise<void>
  /** What the spelling checker that the preload script has set finds wrong. */
  misspelled(words: string[]): Promise<string[]>
  /** A right click on such a place; what the menu offers is recorded as "popup". */
  rightClick(clicked: Record<string, unknown>): void
  /** A file from the desktop, as macOS tells of it. */
  openFile(file: string): void
  /** A click on the icon in the Dock (macOS). */
  activate(): void
  quit(): void
  holdCalls(operation: string): void
  heldCalls(): number
  letGo(which: 'first' | 'all'): void
  answeredCalls(operation: string): number
}

const electron = new URL('./electron.ts', import.meta.url).href
process.argv.splice(1, 1)
Object.defineProperty(process, 'platform', { value: process.env['STAND_IN_PLATFORM'] ?? process.platform })
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: electron, shortCircuit: true } : next(specifier, context)) })

const { program } = await import('./electron.ts')
const { answerNext, preventable, record } = await import('./record.ts')
const { chooseInMenu } = await import('./desktop.ts')
const { heldCalls } = await import('./held-calls.ts')
const { app } = program
const firstWindow = (): BrowserWindow => [...app.windows].find((each) => each.isVisible())!

const questions: Questions = {
  record: () => record,
  answerNext,
  chooseInMenu,
  windows: () => [...app.windows].filter((each) => each.isVisible()).map(({ options }) => options),
  closeWindow: () => void firstWindow().close(),
  crashPage: () => firstWindow().webContents.crashPage(),
  misspelled: (words) => firstWindow().webContents.misspelled(words),
  rightClick: (clicked) => void firstWindow().webContents.emit('context-menu', preventable(), clicked),
  openFile: (file) => void app.emit('open-file', preventable(), file),
  activate: () => void app.emit('activate'),
  quit: () => app.quit(),
  holdCalls: heldCalls.hold,
  heldCalls: heldCalls.count,
  letGo: heldCalls.letGo,
  answeredCalls: heldCalls.answered,
}

process.on('message', ({ id, name, given }: { id: number; name: keyof Questions; given: never[] }) => {
  const ask = questions[name] as (...given: never[]) => unknown
  Promise.resolve().then(() => ask(...given)).then((value) => process.send?.({ id, value }), (error: Error) => process.send?.({ id, error: String(error.stack) }))
})
// A test that is gone takes its program with it.
process.on('disconnect', () => app.exit())

// Electron is ready once the entry has been carried out.
await import(pathToFileURL(program.entry).href)
app.becomeReady()
