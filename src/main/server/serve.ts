/** The loopback face: the page, the operations and the events, on 127.0.0.1 alone. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { CounterpointEvent } from '../../shared/contract.ts'
import { AppError, type Dispatch } from '../../shared/rpc.ts'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { answerCall, refusal, type Answer } from './api-call.ts'
import { windowClient } from '../window-client.ts'
import { createOpenWindows } from './open-windows.ts'
import { createSession, type Session } from './session.ts'
import { listStaticFiles, type StaticFile } from './static-files.ts'

export interface Served {
  dispatch: Dispatch
  subscribe(listener: (event: CounterpointEvent) => void): () => void
}

export interface ServeOptions {
  /** 0 or absent: any free port. */
  port?: number
  rendererFolder: string
  log: (line: string) => void
  /** Milliseconds that a request may take to arrive. */
  arrival?: number
}

export interface Server {
  /** Without a token. */
  address: string
  /** A new address, which lets one browser in, once. */
  invite(): string
  close(): Promise<void>
}

/** Milliseconds: 32 MB come from this machine, and its browser may be busy. */
const ARRIVAL = 60_000
/** Connections at once, of which those for events stay: a browser makes six and one for each window's events. */
const MOST_CONNECTIONS = 256
const MOST_WINDOWS = 128

const ANYBODY = 'An address of Counterpoint lets one browser in, once, within an hour. Start Counterpoint again as you did before: what runs goes on running, and you get a new address.'

export async function serve(served: Served, options: ServeOptions): Promise<Server> {
  const files = listStaticFiles(options.rendererFolder)
  const server = createServer(options.arrival ?? ARRIVAL)
  const port = await listen(server, options.port ?? 0)
  const session = createSession(port)
  const headers = securityHeaders(session)
  const events = serveEvents(server, session, served)
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    handle(request, response, session, files, { dispatch: served.dispatch, openClients: events.openClients }).catch((error: unknown) => {
      options.log(`request failed: ${String(error)}`)
      if (response.headersSent) response.destroy()
      else sendAnswer(response, refusal(500, 'internal', 'Counterpoint made a mistake. The log says more.'))
    })
  })
  return { address: `${session.origin}/`, invite: session.invite, close: () => close(server, events.stop) }
}

function createServer(arrival: number): http.Server {
  const server = http.createServer({ requestTimeout: arrival, headersTimeout: arrival / 4, connectionsCheckingInterval: arrival / 8 })
  server.maxConnections = MOST_CONNECTIONS
  return server
}

function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.removeAllListeners('error')
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new AppError('conflict', `Port ${port} is in use. Choose another with --port, or leave it out.`)
  if (error.code === 'EACCES') return new AppError('conflict', `Port ${port} is not open to you. Choose one above 1023 with --port, or leave it out.`)
  return error
}

function securityHeaders({ origin }: Session): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(["'self'", origin.replace('http:', 'ws:')]),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), hid=(), midi=()',
    'Cache-Control': 'no-store',
  }
}

async function handle(request: IncomingMessage, response: ServerResponse, session: Session, files: Map<string, StaticFile>, api: Api): Promise<void> {
  if (!session.isOurHost(request)) return sendText(response, 403, 'This address is not Counterpoint’s.')
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  if (path === '/api/call') return sendAnswer(response, await answerApi(request, session, api))
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Only GET is answered here.')
  const token = new URLSearchParams(query).get('token')
  if (path === '/' && token !== null) return enter(request, response, session, token, files.get('/')!)
  if (!session.hasCookie(request)) return sendText(response, 401, ANYBODY)
  const found = files.get(path)
  if (!found) return sendText(response, 404, 'There is nothing at this address.')
  sendFile(request, response, found)
}

/** The page that is let in is told its secret. Who was let in before, and comes by the address that was used, is led to the page. */
async function enter(request: IncomingMessage, response: ServerResponse, session: Session, token: string, { file, mediaType }: StaticFile): Promise<void> {
  // A browser that fetches ahead of its person may throw the page away.
  const isAhead = request.headers['sec-purpose'] !== undefined
  if (request.method === 'GET' && !isAhead && session.takeToken(token, request)) {
    const page = await readFile(file, 'utf8')
    response.writeHead(200, { 'Content-Type': mediaType, 'Set-Cookie': session.cookie })
    response.end(page.replace('</head>', `<meta name="counterpoint-secret" content="${session.secret}"></head>`))
  } else if (session.hasCookie(request)) {
    response.writeHead(303, { Location: '/' }).end()
  } else {
    sendText(response, 401, ANYBODY)
  }
}

/** What calls are answered with. */
interface Api { dispatch: Dispatch; openClients: () => string[] }

async function answerApi(request: IncomingMessage, session: Session, { dispatch, openClients }: Api): Promise<Answer> {
  if (request.method !== 'POST') return refusal(405, 'bad-input', 'Calls are made with POST.')
  if (!session.isOurOrigin(request)) return refusal(403, 'bad-input', 'Calls are taken from Counterpoint’s own page only.')
  if (!session.hasCookie(request) || !session.hasSecret(request)) return refusal(401, 'bad-input', ANYBODY)
  const windowId = request.headers['x-counterpoint-window']
  if (typeof windowId !== 'string' || !isWindowId(windowId)) return refusal(400, 'bad-input', 'A call names its window.')
  return answerCall(request, dispatch, { client: windowClient(windowId), openClients: openClients() })
}

/** What a page calls itself: letters, digits and hyphens. */
function isWindowId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text)
}

function sendText(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}

function sendAnswer(response: ServerResponse, { status, reply }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply))
}

function sendFile(request: IncomingMessage, response: ServerResponse, { file, mediaType, hashed }: StaticFile): void {
  response.setHeader('Content-Type', mediaType)
  if (hashed) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
  if (request.method === 'HEAD') return void response.end()
  createReadStream(file).on('error', () => response.destroy()).pipe(response)
}

/** Events go out; nothing is taken in. */
function serveEvents(server: http.Server, session: Session, served: Served): { openClients: () => string[]; stop: () => void } {
  const windows = createOpenWindows(Date.now)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refuse = (status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    socket.on('error', () => socket.destroy())
    if (!session.isOurHost(request) || !session.isOurOrigin(request)) return refuse('403 Forbidden')
    if (!session.hasCookie(request) || !session.hasSecret(request)) return refuse('401 Unauthorized')
    const [path, query = ''] = (request.url ?? '').split('?', 2)
    const windowId = new URLSearchParams(query).get('window') ?? ''
    if (path !== '/api/events') return refuse('404 Not Found')
    if (!isWindowId(windowId)) return refuse('400 Bad Request')
    if (sockets.clients.size >= MOST_WINDOWS) return refuse('503 Service Unavailable')
    sockets.handleUpgrade(request, socket as Socket, head, (client) => {
      windows.add(client, windowId)
      client.on('error', () => client.terminate())
      client.on('message', () => client.close(1008))
    })
  })
  const unsubscribe = served.subscribe((event) => {
    const message = JSON.stringify(event)
    for (const client of sockets.clients) client.send(message)
  })
  const stop = (): void => {
    unsubscribe()
    for (const client of sockets.clients) client.terminate()
  }
  return { openClients: windows.clients, stop }
}

function close(server: http.Server, stopEvents: () => void): Promise<void> {
  stopEvents()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
