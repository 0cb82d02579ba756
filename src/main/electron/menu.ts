/** The application menu. Its own commands go to the page as events: the page decides what they mean where the person is. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/contract.ts'

export interface MenuPieces {
  platform: NodeJS.Platform
  /** Reload and the developer tools exist only unpackaged. */
  developing: boolean
  choose: (command: MenuCommand) => void
  about: () => void
}

export function menuTemplate(pieces: MenuPieces): MenuItemConstructorOptions[] {
  const mac = pieces.platform === 'darwin'
  const command = commandItem(pieces.choose)
  return [
    ...(mac ? [appMenu(command)] : []),
    fileMenu(command, mac),
    editMenu(command),
    viewMenu(command, pieces.developing),
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'About Counterpoint', click: pieces.about }] },
  ]
}

type CommandItem = (label: string, command: MenuCommand, accelerator: string) => MenuItemConstructorOptions

/**
 * The page handles these keys itself, as it does in a browser, so the menu only shows them: registered as well,
 * each would act twice. (macOS registers them whatever is said here, but asks the page first.)
 */
function commandItem(choose: MenuPieces['choose']): CommandItem {
  return (label, command, accelerator) => ({ label, accelerator, registerAccelerator: false, click: () => choose(command) })
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function appMenu(command: CommandItem): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    label: 'Counterpoint',
    submenu: [
      { role: 'about' }, separator,
      command('Settings…', 'settings', 'CmdOrCtrl+,'), separator,
      { role: 'services' }, separator,
      { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, separator,
      { role: 'quit' },
    ],
  }
}

function fileMenu(command: CommandItem, mac: boolean): MenuItemConstructorOptions {
  return {
    label: '&File',
    submenu: [
      command('Add article…', 'add-article', 'CmdOrCtrl+O'),
      command('Export…', 'export', 'CmdOrCtrl+Shift+E'),
      separator,
      ...(mac ? [{ role: 'close' } as const] : [command('Settings…', 'settings', 'CmdOrCtrl+,'), separator, { role: 'quit' } as const]),
    ],
  }
}

/** Undo and redo are the page's: a text field's own where the caret is in one, the library's elsewhere. */
function editMenu(command: CommandItem): MenuItemConstructorOptions {
  return {
    label: '&Edit',
    submenu: [
      command('Undo', 'undo', 'CmdOrCtrl+Z'), command('Redo', 'redo', 'CmdOrCtrl+Shift+Z'), separator,
      { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'delete' }, { role: 'selectAll' }, separator,
      command('Find in article', 'find', 'CmdOrCtrl+F'),
    ],
  }
}

function viewMenu(command: CommandItem, developing: boolean): MenuItemConstructorOptions {
  return {
    label: '&View',
    submenu: [
      command('Larger text', 'text-larger', 'CmdOrCtrl+Plus'), command('Smaller text', 'text-smaller', 'CmdOrCtrl+-'), separator,
      { role: 'togglefullscreen' },
      ...(developing ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
}
