/** Who a window is to undo: each window takes back its own acts, and a new one those of a window that is gone. */
import { readFileSync } from 'node:fs'
import type { CallContext } from '../shared/rpc.ts'

/** The window that a face opens by itself, and the one that files given at a start belong to. */
export const MAIN_WINDOW = 'main'

/** A number is given again to another process: on Linux, when it began tells them apart. */
const own = `${process.pid}${beginningOf(process.pid)}`

/** `id` names the window within this process. */
export function windowClient(id: string): CallContext['client'] {
  return `window:${own}:${id}`
}

/** Whether nobody acts as this client any more: its process has ended, or its window is none of `openClients`. */
export function isGone(client: string, openClients: string[]): boolean {
  const [, pid, beginning] = /^window:(\d+)(\.\d+)?:/.exec(client) ?? []
  if (!pid || Number(pid) === process.pid) return !openClients.includes(client)
  return !isRunning(Number(pid)) || (beginning !== undefined && beginning !== beginningOf(Number(pid)))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A point and the ticks from the system's start to the process's (field 22 of proc_pid_stat(5)); '' where there is no /proc. */
function beginningOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `.${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}
