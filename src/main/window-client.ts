/** Who a window is to undo: each window takes back its own acts, and a new one those of a window that is gone. */
import type { CallContext } from '../shared/rpc.ts'

/** The window that a face opens by itself, and the one that files given at a start belong to. */
export const MAIN_WINDOW = 'main'

/** `id` names the window within this process. */
export function windowClient(id: string): CallContext['client'] {
  return `window:${process.pid}:${id}`
}

/** Whether nobody acts as this client any more: its process has ended, or its window is none of `openClients`. */
export function isGone(client: string, openClients: string[]): boolean {
  const pid = Number(/^window:(\d+):/.exec(client)?.[1])
  if (!pid || pid === process.pid) return !openClients.includes(client)
  return !isRunning(pid)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
