/** Enters a loopback host as a browser does: by the address that it prints, which works once. */
import { createInterface } from 'node:readline'

/** The first address that the process prints. */
export async function printedAddress(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The loopback host ended without printing its address.')
}

/** The cookie and the page's secret, and the headers that a call from the page has. */
export async function enter(address) {
  const { origin } = new URL(address)
  const entered = await fetch(address)
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(entered.headers.getSetCookie()[0] ?? '') ?? []
  const [, secret] = /<meta name="counterpoint-secret" content="([\w-]+)">/.exec(await entered.text()) ?? []
  if (!value || !secret) throw new Error(`${origin} lets nobody in by that address (${entered.status}).`)
  const headers = { 'content-type': 'application/json', origin, cookie: `${name}=${value}`, 'x-counterpoint-secret': secret, 'x-counterpoint-window': crypto.randomUUID() }
  return { origin, cookie: { name, value }, secret, headers }
}
