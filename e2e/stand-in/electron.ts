/** What `import … from 'electron'` gives. `program` is what start.ts and the test use beside it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { registerScheme } from './addresses.ts'
import { App, type Manifest } from './app.ts'
import { browserWindowOf } from './browser-window.ts'
import { launchChromium } from './chromium.ts'
import * as desktop from './desktop.ts'
import { IpcMain } from './ipc-main.ts'
import { createSessions } from './sessions.ts'
import { strict } from './worlds.ts'

const folder = path.resolve(process.argv[1]!)
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest & { main: string }
const chromium = await launchChromium(process.env['STAND_IN_CHROMIUM']!, JSON.parse(process.env['STAND_IN_SWITCHES'] ?? '[]') as string[])
await chromium.root.send('Target.setDiscoverTargets', { discover: true })
const standInApp = new App(chromium, folder, manifest)
const ipc = new IpcMain()
const sessions = createSessions(standInApp, chromium)

export const program = { app: standInApp, entry: path.join(folder, manifest.main), closeChromium: chromium.close }

export const app = strict('app', standInApp)
export const BrowserWindow = browserWindowOf({ app: standInApp, chromium, ipc, sessions })
export const ipcMain = strict('ipcMain', ipc)
export const session = strict('session', sessions)
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => {
    if (standInApp.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme } of schemes) registerScheme(scheme)
  },
})
export const Menu = strict('Menu', desktop.menu)
export const dialog = strict('dialog', desktop.dialog)
export const shell = strict('shell', desktop.shell)
export const clipboard = strict('clipboard', desktop.clipboard)
export const nativeTheme = strict('nativeTheme', desktop.nativeTheme)
export const screen = strict('screen', desktop.screen)
