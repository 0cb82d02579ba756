/** Opens an address in the user's browser, where there is a desktop to open it on. No shell sees the address. */
import { spawn } from 'node:child_process'

type Environment = Record<string, string | undefined>

/** The program to run and its arguments; undefined without a desktop. */
export function browserCommand(url: string, env: Environment = process.env, platform: NodeJS.Platform = process.platform): [string, string[]] | undefined {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', [url]] : undefined
}

/** A browser that can't be started is no failure: the address is printed as well. */
export function openInBrowser(url: string): void {
  const command = browserCommand(url)
  if (!command) return
  const child = spawn(...command, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
