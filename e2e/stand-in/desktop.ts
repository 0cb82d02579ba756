/** Menus, dialogs, shell, clipboard, theme and screen: recorded, and answered by the test. */
import { EventEmitter } from 'node:events'
import { note, takeAnswer } from './record.ts'

export interface MenuItem { label?: string; role?: string; type?: string; accelerator?: string; click?: () => void; submenu?: MenuItem[] }

let applicationMenu: MenuItem[] = []

export const menu = {
  buildFromTemplate: (template: MenuItem[]) => ({ template, popup: () => popUp(template) }),
  setApplicationMenu: (built: { template: MenuItem[] }) => { applicationMenu = built.template },
}

/** The test's answer is the label of an item. */
function popUp(template: MenuItem[]): void {
  note('popup', template.map(({ label, role, type }) => label ?? role ?? type))
  const chosen = takeAnswer('popup')
  if (chosen !== undefined) template.find(({ label }) => label === chosen)!.click!()
}

/** Chooses an item of the application menu by the labels, or roles, that lead to it. */
export function chooseInMenu(...labels: string[]): void {
  let items = applicationMenu
  let found: MenuItem | undefined
  for (const label of labels) {
    found = items.find((item) => (item.label ?? item.role)?.replace('&', '') === label)
    if (!found) throw new Error(`The menu has no “${label}”: ${items.map((item) => item.label ?? item.role).join(', ')}`)
    items = found.submenu ?? []
  }
  if (!found?.click) throw new Error(`“${labels.join(' > ')}” does nothing.`)
  found.click()
}

type Options = { cancelId?: number; defaultPath?: string }

/** With a window first, or without. */
async function ask(kind: string, given: unknown[], cancelled: (options: Options) => object): Promise<object> {
  const options = given.at(-1) as Options
  note(kind, options)
  const answer = takeAnswer(kind)
  return typeof answer === 'object' && answer ? answer : cancelled(options)
}

export const dialog = {
  showMessageBox: (...given: unknown[]) => ask('messageBox', given, ({ cancelId }) => ({ response: cancelId ?? 0, checkboxChecked: false })),
  showOpenDialog: (...given: unknown[]) => ask('openDialog', given, () => ({ canceled: true, filePaths: [] })),
  showSaveDialog: (...given: unknown[]) => ask('saveDialog', given, () => ({ canceled: true, filePath: '' })),
  showErrorBox: (title: string, content: string) => note('errorBox', { title, content }),
}

export const shell = {
  openExternal: async (address: string) => note('openExternal', address),
  showItemInFolder: (file: string) => note('showItemInFolder', file),
}

export const clipboard = { writeText: (text: string) => note('writeText', text) }

export class NativeTheme extends EventEmitter {
  #source = 'system'
  get themeSource(): string { return this.#source }
  get shouldUseDarkColors(): boolean { return this.#source === 'dark' }
  set themeSource(source: string) {
    this.#source = source
    note('themeSource', source)
  }
}

export const nativeTheme: NativeTheme = new NativeTheme()

const display = { workArea: { x: 0, y: 0, width: 1440, height: 900 }, scaleFactor: 1 }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
