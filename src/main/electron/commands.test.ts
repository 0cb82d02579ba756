import { expect, it } from 'vitest'
import { createCommands } from './commands.ts'

function aMenu() {
  const happened: string[] = []
  const commands = createCommands({ openWindow: () => happened.push('window'), tellPage: (command) => happened.push(command) })
  return { happened, commands }
}

it('a command goes to the page that listens', () => {
  const { happened, commands } = aMenu()
  expect(commands.take()).toBeNull()
  commands.choose('settings')
  expect(happened).toEqual(['settings'])
})

it('a command without a window opens one, and is given to its page once', () => {
  const { happened, commands } = aMenu()
  commands.take()
  commands.windowClosed()
  commands.choose('add-article')
  expect(happened).toEqual(['window'])
  expect(commands.take()).toBe('add-article')
  expect(commands.take()).toBeNull()
  commands.choose('undo')
  expect(happened).toEqual(['window', 'undo'])
})

it('a command before the page listens waits for it', () => {
  const { happened, commands } = aMenu()
  commands.choose('export')
  commands.choose('settings')
  expect(happened).toEqual(['window', 'window'])
  expect(commands.take()).toBe('settings')
})
