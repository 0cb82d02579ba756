/** Records every request that a page tries: what goes beyond 127.0.0.1 (or the app's own protocol, also as the stand-in writes it) is counted as outside. */
import type { BrowserContext, Page } from '@playwright/test'

export function watchPage(context: BrowserContext): { outside: () => string[] } {
  const outside: string[] = []
  const note = (address: string): void => { if (isOutside(address)) outside.push(address) }
  const watch = (page: Page): void => {
    page.on('request', (request) => note(request.url()))
    page.on('websocket', (socket) => note(socket.url()))
  }
  context.on('page', watch)
  context.pages().forEach(watch)
  context.on('request', (request) => note(request.url()))
  return { outside: () => [...new Set(outside)] }
}

function isOutside(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return !['blob:', 'data:', 'about:', 'app:', 'devtools:'].includes(protocol) && hostname !== '127.0.0.1' && !hostname.endsWith('.app.localhost')
}
