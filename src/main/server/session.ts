/**
 * Who may talk to the loopback face. A browser comes in with an address that holds a token, which works once; it gets a cookie, and its
 * page a secret of its own. The cookie goes to every port of this machine's address, so it is not enough for anything but the page's
 * files; the secret is kept by the page's origin, port and all, and every call and every event's line names it. Host is checked against
 * DNS rebinding, Origin against foreign pages. An address is in the process list while a browser is started with it: on Linux only this
 * user's processes (and root's) can use one, which the kernel tells; everywhere it is dead once used.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isThisUsers } from './peer-user.ts'

/** Milliseconds that an address which nobody has used stays good. */
const TOKEN_LIFE = 60 * 60 * 1000
/** How many addresses can wait to be used. The oldest goes first. */
const MOST_TOKENS = 100
/** The WebSocket's protocol; the page's secret is named after it. */
const PROTOCOL = 'counterpoint'

export interface Session {
  /** Such as http://127.0.0.1:4321 */
  origin: string
  /** A new address that lets one browser in, once. */
  invite(): string
  cookie: string
  /** What the page that is let in is told. */
  secret: string
  isOurHost(request: IncomingMessage): boolean
  isOurOrigin(request: IncomingMessage): boolean
  /** Whether the token lets this request in. From then on it lets nobody in. */
  takeToken(candidate: string | null, request: IncomingMessage): boolean
  hasCookie(request: IncomingMessage): boolean
  /** Whether the request names the page's secret: in a header, or as one of a WebSocket's protocols. */
  hasSecret(request: IncomingMessage): boolean
}

export function createSession(port: number, now: () => number = Date.now): Session {
  const [cookieValue, secret] = [aSecret(), aSecret()]
  /** Digests of tokens that nobody has used, and when each was given. */
  const tokens = new Map<string, number>()
  // URL leaves out the port when it is 80, as browsers do.
  const { origin, host } = new URL(`http://127.0.0.1:${port}`)
  // Cookies are shared by all ports of a host, so that two libraries need two names.
  const cookieName = `counterpoint-${port}`
  return {
    origin,
    cookie: `${cookieName}=${cookieValue}; HttpOnly; SameSite=Strict; Path=/`,
    secret,
    invite() {
      const token = aSecret()
      tokens.set(digest(token).toString('hex'), now())
      const oldest = tokens.keys().next().value
      if (tokens.size > MOST_TOKENS && oldest !== undefined) tokens.delete(oldest)
      return `${origin}/?token=${token}`
    },
    isOurHost: (request) => request.headers.host === host,
    isOurOrigin: (request) => request.headers.origin === origin,
    takeToken(candidate, request) {
      // Found by its digest, so that how long it takes tells nothing about the token.
      const key = candidate === null ? '' : digest(candidate).toString('hex')
      const given = tokens.get(key)
      if (given === undefined || !isThisUsers(request.socket)) return false
      tokens.delete(key)
      return now() - given < TOKEN_LIFE
    },
    hasCookie: (request) => isSame(valueOf(request.headers.cookie, cookieName), cookieValue),
    hasSecret: (request) => isSame(request.headers['x-counterpoint-secret'], secret) || isSame(protocolsOf(request)[1], secret),
  }
}

function aSecret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isSame(candidate: unknown, secret: string): boolean {
  return typeof candidate === 'string' && timingSafeEqual(digest(candidate), digest(secret))
}

function valueOf(header: string | undefined, name: string): string | undefined {
  return header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
}

function protocolsOf({ headers }: IncomingMessage): string[] {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return protocols[0] === PROTOCOL ? protocols : []
}
