/** The keys and menu commands of the whole window. */
import { useEffect } from 'react'
import type { MenuCommand } from '../../shared/contract.ts'
import { importPaste } from '../add/import-files.ts'
import { client } from '../api.ts'
import { find, openAdd, openExport, showKeys, toggleHistory } from '../commands.ts'
import { exportSubject } from './export-subject.ts'
import { followLetters } from './follow-letters.ts'
import { navigate, parseAddress } from '../route.ts'
import { redo, undo } from './undo.ts'
import { toastError } from '../ui/toast.tsx'

type Command = MenuCommand | 'history'

export function useWindowCommands(): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const command = commandOf(event)
      if (command && !((command === 'undo' || command === 'redo') && isTextField(event.target))) {
        event.preventDefault()
        run(command)
      } else if (isAltArrow(event) && !isTextField(event.target) && !dialogIsOpen()) {
        event.preventDefault()
        if (event.key === 'ArrowLeft') history.back()
        else history.forward()
      } else if (event.key === '?' && isPlain(event)) showKeys()
    }
    const handlePaste = (event: ClipboardEvent): void => {
      if (isTextField(event.target) || dialogIsOpen() || !event.clipboardData) return
      event.preventDefault()
      importPaste(event.clipboardData)
    }
    const stopLetters = followLetters(isPlain)
    document.addEventListener('keydown', handleKey)
    document.addEventListener('paste', handlePaste)
    const stop = client.subscribe((event) => {
      if (event.name === 'articles.opened') navigate({ screen: 'article', articleId: event.id })
      if (event.name === 'command.chosen') runFromMenu(event.command)
    })
    // A command can be what this window was opened for.
    client.call('app.takeCommand', {}).then(({ command }) => { if (command) runFromMenu(command) }, toastError)
    return () => {
      stopLetters()
      document.removeEventListener('keydown', handleKey)
      document.removeEventListener('paste', handlePaste)
      stop()
    }
  }, [])
}

/** A browser has these keys itself; a window without a browser's frame has not. */
function isAltArrow(event: KeyboardEvent): boolean {
  return event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
}

const shifted = { e: 'export', h: 'history' } as const

function commandOf(event: KeyboardEvent): Command | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (key === 'y') return 'redo'
  if (event.shiftKey && key in shifted) return shifted[key as keyof typeof shifted]
  if (event.shiftKey && key !== '+') return undefined
  return ({ o: 'add-article', ',': 'settings', '+': 'text-larger', '=': 'text-larger', '-': 'text-smaller' } as const)[key]
}

function run(command: Command): void {
  switch (command) {
    case 'undo': return undo()
    case 'redo': return redo()
    case 'add-article': return openAdd()
    case 'history': return toggleHistory()
    case 'export': return openExport(exportSubject(parseAddress(window.location.hash)))
    case 'settings': return navigate({ screen: 'settings' })
    case 'text-larger': return void changeTextSize(1).catch(toastError)
    case 'text-smaller': return void changeTextSize(-1).catch(toastError)
    case 'find': if (!dialogIsOpen()) find()
  }
}

/** The menu's Undo reaches a text field too: there it is the field's. */
function runFromMenu(command: MenuCommand): void {
  const inField = isTextField(document.activeElement)
  if (inField && (command === 'undo' || command === 'redo')) {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, metaKey: navigator.platform.startsWith('Mac'), shiftKey: command === 'redo', bubbles: true, cancelable: true }))
    document.execCommand(command)
  } else run(command)
}

/** A key without modifiers but Shift, where no text and no dialog takes it. */
function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !isTextField(event.target) && !dialogIsOpen()
}

async function changeTextSize(by: number): Promise<void> {
  const { textSize } = await client.call('settings.get', {})
  await client.call('settings.update', { textSize: Math.min(26, Math.max(14, textSize + by)) })
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select'))
}

/** A toast is a dialog too, but one that lets the rest be used. */
function dialogIsOpen(): boolean {
  return document.querySelector('[role=dialog]:not([aria-modal=false])') !== null
}
