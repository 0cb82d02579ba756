/** Whose process is at the other end of a connection on this machine: Linux tells, other systems don't. */
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/** IPv4's 127.0.0.1 as /proc/net/tcp writes it (https://docs.kernel.org/networking/proc_net_tcp.html). */
const LOOPBACK = '0100007F'
const ROOT = 0

/** False where the connection is known to be another user's. Root reads everything anyway, and relays for others: ssh, WSL. */
export function isThisUsers({ remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>): boolean {
  const user = process.platform === 'linux' ? userOf(remotePort ?? 0, localPort ?? 0) : undefined
  return user === undefined || user === ROOT || user === process.getuid?.()
}

/** The number of the user whose socket is bound to the one port and connected to the other. */
function userOf(from: number, to: number): number | undefined {
  const [local, remote] = [from, to].map((port) => `${LOOPBACK}:${port.toString(16).toUpperCase().padStart(4, '0')}`)
  const line = connections().map((one) => one.trim().split(/\s+/)).find((fields) => fields[1] === local && fields[2] === remote)
  return line && Number(line[7])
}

function connections(): string[] {
  try {
    return readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)
  } catch {
    return []
  }
}
