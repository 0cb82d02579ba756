/** What the page gets from Electron: `call` and `subscribe`, nothing else. Main checks every input and every sender. */
import { contextBridge, ipcRenderer, webFrame, type IpcRendererEvent } from 'electron'
import type { SpellingState } from '../shared/spelling.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts'

const call = (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, input)
const subscribe = (listener: (event: unknown) => void): (() => void) => {
  const handle = (_event: IpcRendererEvent, event: unknown): void => listener(event)
  ipcRenderer.on(EVENT_CHANNEL, handle)
  return () => void ipcRenderer.off(EVENT_CHANNEL, handle)
}
contextBridge.exposeInMainWorld('counterpoint', { call, subscribe })

/* Chromium asks which words of a note are misspelled, and main answers. Chromium waits for each answer, and ends the page at one that it no longer waits for. */
const ask = async <T>(name: string, input: unknown): Promise<T | undefined> => (await call(name, input) as { output?: T }).output
let last = 0
function spellCheck(words: string[], answer: (misspelled: string[]) => void): void {
  const mine = (last += 1)
  void ask<string[]>('spelling.check', { words }).catch(() => []).then((found) => { if (mine === last) answer(found ?? []) })
}
let set: string | undefined
async function followSpelling(): Promise<void> {
  const language = (await ask<SpellingState>('spelling.state', {}))?.language
  if (language && language !== set) webFrame.setSpellCheckProvider(set = language, { spellCheck })
}
void followSpelling()
subscribe((event) => { if ((event as { name: string }).name === 'settings.changed') void followSpelling() })
