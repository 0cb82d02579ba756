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

/* Chromium asks which words of a note are misspelled, and main answers. Its own checker is off wherever this one is set. */
const ask = async <T>(name: string, input: unknown): Promise<T | undefined> => (await call(name, input) as { output?: T }).output
const check = (words: string[], answer: (misspelled: string[]) => void): void => void ask<string[]>('spelling.check', { words }).then((found) => answer(found ?? []))
let set: string | undefined
async function followSpelling(): Promise<void> {
  const language = (await ask<SpellingState>('spelling.state', {}))?.language
  if (language && language !== set) webFrame.setSpellCheckProvider(set = language, { spellCheck: check })
}
void followSpelling()
subscribe((event) => { if ((event as { name: string }).name === 'settings.changed') void followSpelling() })
