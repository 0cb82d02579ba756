/** Carries the menu's commands to the page, also where there is no window yet (macOS): then one opens, and its page asks for the command. */
import type { MenuCommand } from '../../shared/contract.ts'

export interface CommandPieces {
  /** Opens the window if there is none. */
  openWindow: () => void
  tellPage: (command: MenuCommand) => void
}

export function createCommands({ openWindow, tellPage }: CommandPieces) {
  let pageListens = false
  let waiting: MenuCommand | null = null
  return {
    choose(command: MenuCommand): void {
      if (pageListens) return tellPage(command)
      waiting = command
      openWindow()
    },
    /** The page's first question. It listens from now on. */
    take(): MenuCommand | null {
      const command = waiting
      waiting = null
      pageListens = true
      return command
    },
    windowClosed(): void {
      pageListens = false
    },
  }
}
