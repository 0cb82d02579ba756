/** The contract over Electron's IPC: one channel for calls, one for events, every sender checked. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { CounterpointEvent } from '../../shared/contract.ts'
import type { Dispatch, Reply } from '../../shared/rpc.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../preload/channels.ts'
import { MAIN_WINDOW, windowClient } from '../window-client.ts'
import { isOwnAddress } from './security.ts'

export interface IpcTransportPieces {
  ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>
  /** The windows that are there now: who may call and who gets events. */
  windows: () => Pick<WebContents, 'id' | 'send' | 'isDestroyed'>[]
  desk: { dispatch: Dispatch; subscribe(listener: (event: CounterpointEvent) => void): () => void }
  log: (line: string) => void
}

/** Gives back the function that ends it. */
export function serveOverIpc({ ipcMain, windows, desk, log }: IpcTransportPieces): () => void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Reply> => {
    if (!isOurPage(event) || !windows().some((contents) => contents.id === event.sender.id)) {
      log(`Refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
      return { ok: false, error: { code: 'bad-input', message: 'Only Counterpoint’s own window may ask this.' } }
    }
    return desk.dispatch(String(name), input, { client: windowClient(MAIN_WINDOW), openClients: [windowClient(MAIN_WINDOW)] })
  })
  const unsubscribe = desk.subscribe((event) => {
    for (const contents of windows()) if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event)
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(CALL_CHANNEL)
  }
}

/** The main frame of a page at our own address; a frame that has gone in the meantime is nobody. */
function isOurPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.origin)
}
