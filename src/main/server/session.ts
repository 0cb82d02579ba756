/**
 * Who may talk to the loopback face: a browser that was given the printed address, on this machine, and no page of
 * another site. Host is checked against DNS rebinding, Origin against foreign pages, the cookie against everybody else.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Session {
  /** Such as http://127.0.0.1:4321 */
  origin: string
  /** The address with the token: the one secret. */
  url: string
  cookie: string
  isOurHost(request: IncomingMessage): boolean
  isOurOrigin(request: IncomingMessage): boolean
  isToken(candidate: string | null): boolean
  hasCookie(request: IncomingMessage): boolean
}

export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url')
  // URL leaves out the port when it is 80, as browsers do.
  const { origin, host } = new URL(`http://127.0.0.1:${port}`)
  // Cookies are shared by all ports of a host, so that two libraries need two names.
  const cookieName = `counterpoint-${port}`
  const isToken = (candidate: string | null): boolean => candidate !== null && timingSafeEqual(digest(candidate), digest(token))
  return {
    origin,
    url: `${origin}/?token=${token}`,
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    isOurHost: (request) => request.headers.host === host,
    isOurOrigin: (request) => request.headers.origin === origin,
    isToken,
    hasCookie: (request) => isToken(cookieValue(request.headers.cookie, cookieName)),
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function cookieValue(header: string | undefined, name: string): string | null {
  const pair = header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`))
  return pair ? pair.slice(name.length + 1) : null
}
