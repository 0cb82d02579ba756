/**
 * Chromium knows no `app:` addresses, and the debugging protocol can't teach it any. So `app://NAME/…` is `http://NAME.app.localhost/…`
 * there: a secure context with an origin of its own, for which `'self'` and `blob:` work as they do in Electron.
 */
const schemes = new Set<string>()

export function registerScheme(scheme: string): void {
  schemes.add(scheme)
}

export function toChromium(address: string): string {
  return address.replace(/^(blob:)?([a-z][a-z\d+.-]*):\/\/([\w-]+)/, (all, blob: string | undefined, scheme: string, host: string) => (schemes.has(scheme) ? `${blob ?? ''}http://${host}.${scheme}.localhost` : all))
}

export function toElectron(address: string): string {
  return address.replace(/^(blob:)?http:\/\/([\w-]+)\.([a-z][a-z\d+-]*)\.localhost/, (all, blob: string | undefined, host: string, scheme: string) => (schemes.has(scheme) ? `${blob ?? ''}${scheme}://${host}` : all))
}

/** As Electron gives a frame's `origin`. */
export function originOf(address: string): string {
  return URL.canParse(address) ? toElectron(new URL(toChromium(address)).origin) : 'null'
}
