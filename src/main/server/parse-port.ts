import { AppError } from '../../shared/rpc.ts'

/** A TCP port; 0, or none named, is any free one. */
export function parsePort(text: string | undefined): number {
  if (text === undefined) return 0
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new AppError('bad-input', `“${text}” is not a port. Give a number from 0 to 65535.`)
  return Number(text)
}
