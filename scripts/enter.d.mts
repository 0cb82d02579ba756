import type { ChildProcess } from 'node:child_process'

export interface Entered {
  origin: string
  cookie: { name: string; value: string }
  secret: string
  headers: Record<string, string>
}
export function printedAddress(child: ChildProcess): Promise<string>
export function enter(address: string): Promise<Entered>
