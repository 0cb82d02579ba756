/** What the page gets from Electron: `call` and `subscribe`, nothing else. Main checks every input and every sender. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts'

contextBridge.exposeInMainWorld('counterpoint', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const handle = (_event: IpcRendererEvent, event: unknown): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, handle)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, handle)
    }
  },
})
