/** For tests: servers that stand where Electron's program is fetched from. */
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Mirror {
  /** As ELECTRON_MIRROR names it. */
  address: string
  port: number
  /** What was asked for, oldest first: the path, and from which byte. */
  asked: string[]
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse, from: number) => void

export function serve(answer: Answer, tls?: { key: string; cert: string }): Promise<Mirror> {
  const asked: string[] = []
  const onRequest = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    asked.push(`${request.url}${from ? ` from ${from}` : ''}`)
    answer(request, response, from)
  }
  const server = tls ? https.createServer(tls, onRequest) : http.createServer(onRequest)
  return listen(server).then((port) => ({ address: `${tls ? 'https' : 'http'}://localhost:${port}/`, port, asked }))
}

/** Answers as GitHub does: with the rest when asked for the rest. */
export function giving(bytes: Uint8Array): Answer {
  return (_request, response, from) => {
    begin(response, bytes, from)
    response.end(bytes.subarray(from))
  }
}

export function begin(response: http.ServerResponse, bytes: Uint8Array, from: number): void {
  response.writeHead(from ? 206 : 200, { 'content-length': bytes.length - from, ...(from ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}) })
}

/** A proxy that leads every request to one port here, whatever host was asked for. */
export async function proxyTo(port: number): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url!)
    const { pathname } = new URL(request.url!)
    http.get({ port, path: pathname, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
  })
  server.on('connect', (request, socket: net.Socket, head: Buffer) => {
    asked.push(request.url!)
    const there = net.connect(port, 'localhost', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      there.write(head)
      there.pipe(socket).pipe(there)
    })
    there.on('error', () => socket.destroy())
    socket.on('error', () => there.destroy())
  })
  return { address: `http://localhost:${await listen(server)}`, asked }
}

/** A port that nobody listens on. */
export function closedPort(): Promise<number> {
  const server = net.createServer()
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function listen(server: http.Server): Promise<number> {
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return new Promise((resolve) => { server.listen(0, 'localhost', () => resolve((server.address() as AddressInfo).port)) })
}
