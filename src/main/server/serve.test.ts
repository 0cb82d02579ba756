import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { CounterpointEvent } from '../../shared/contract.ts'
import type { Dispatch } from '../../shared/rpc.ts'
import { windowClient } from '../window-client.ts'
import { BODY_LIMIT } from './api-call.ts'
import { serve, type Server } from './serve.ts'
import { createSession } from './session.ts'

const echo: Dispatch = (name, input, context) => (name === 'fails' ? Promise.reject(new Error('It can’t be sent.')) : Promise.resolve({ ok: true, output: { name, input, context } }))
const listeners = new Set<(event: CounterpointEvent) => void>()
const served = {
  dispatch: echo,
  subscribe: (listener: (event: CounterpointEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

interface Response { status: number; headers: http.IncomingHttpHeaders; body: string }

let root: string
let server: Server
let port: number
let cookie: string
let secret: string
let origin: string

/** The path is sent as it is written: no client tidies it up. */
function send(method: string, target: string, headers: http.OutgoingHttpHeaders = {}, body?: string | Buffer): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path: target, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
    request.on('error', reject).end(body)
  })
}

const get = (target: string, headers: http.OutgoingHttpHeaders = {}): Promise<Response> => send('GET', target, { cookie, ...headers })
const call = (body: string | Buffer, headers: http.OutgoingHttpHeaders = {}): Promise<Response> =>
  send('POST', '/api/call', { cookie, origin, 'x-counterpoint-secret': secret, 'content-type': 'application/json', 'x-counterpoint-window': 'one', ...headers }, body)

const invitation = (): string => new URL(server.invite()).search
const enterBy = (search: string, headers: http.OutgoingHttpHeaders = {}): Promise<Response> => send('GET', `/${search}`, headers)
const secretIn = ({ body }: Response): string | undefined => /<meta name="counterpoint-secret" content="([\w-]{43})"><\/head>/.exec(body)?.[1]

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'serve-'))
  const rendererFolder = path.join(root, 'renderer')
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(path.join(rendererFolder, 'index.html'), '<!doctype html><head><title>Counterpoint</title></head>')
  writeFileSync(path.join(rendererFolder, 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(path.join(root, 'secret.html'), 'secret')
  symlinkSync(path.join(root, 'secret.html'), path.join(rendererFolder, 'link.html'))
  server = await serve(served, { rendererFolder, log: () => {} })
  port = Number(new URL(server.address).port)
  origin = `http://127.0.0.1:${port}`
  const entered = await enterBy(invitation())
  cookie = entered.headers['set-cookie']![0]!.split(';')[0]!
  secret = secretIn(entered)!
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
})

describe('entering', () => {
  it('refuses whoever has neither the token nor the cookie', async () => {
    for (const target of ['/', '/?token=', '/?token=wrong', '/assets/index-1a2b.js']) {
      const answer = await send('GET', target)
      expect(answer.status).toBe(401)
      expect(answer.body).toMatch(/^An address of Counterpoint lets one browser in, once, .* Start Counterpoint again .*\.\n$/)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    expect((await get('/', { cookie: `counterpoint-${port}=wrong` })).status).toBe(401)
    expect((await get('/', { cookie: cookie.replace(String(port), '1') })).status).toBe(401)
  })

  it('lets one browser in by a token: it gets a strict cookie, and its page a secret', async () => {
    const search = invitation()
    const token = new URLSearchParams(search).get('token')!
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect((await send('HEAD', `/${search}`)).status).toBe(401)
    expect((await enterBy(search, { 'sec-purpose': 'prefetch' })).status).toBe(401)
    const answer = await enterBy(search)
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']![0]).toMatch(new RegExp(`^counterpoint-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
    expect(new Set([token, secretIn(answer), answer.headers['set-cookie']![0]!.slice(`counterpoint-${port}=`.length).split(';')[0]]).size).toBe(3)
    expect((await get('/')).body).toContain('<title>Counterpoint</title>')
    expect(secretIn(await get('/'))).toBeUndefined()

    const again = await enterBy(search)
    expect(again.status).toBe(401)
    expect(again.body).toContain('Start Counterpoint again')
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(await enterBy(search, { cookie })).toMatchObject({ status: 303, headers: { location: '/' }, body: '' })
  })

  it('lets nobody in by a token that has waited for more than an hour', () => {
    let time = 0
    const { takeToken, invite } = createSession(port, () => time)
    const request = { socket: {} } as http.IncomingMessage
    const tokens = [0, 1].map(() => new URL(invite()).searchParams.get('token'))
    time = 3_599_999
    expect(takeToken(tokens[0]!, request)).toBe(true)
    time += 1
    expect(takeToken(tokens[1]!, request)).toBe(false)
  })

  it('lets no other user of this machine in by a token', async ({ skip }) => {
    skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root on Linux can ask as another user')
    const search = invitation()
    const asks = `fetch(${JSON.stringify(`${origin}/${search}`)}).then(({ status }) => console.log(status))`
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', asks], { uid: 65534, gid: 65534, cwd: '/', env: {} })
    expect(stdout.trim()).toBe('401')
    expect((await enterBy(search)).status).toBe(200)
  })

  it.each(['localhost', 'example.com', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.example.com', '[::1]'])('refuses the host “%s”', async (host) => {
    const named = host === 'localhost' || host === '[::1]' || host === 'example.com' ? `${host}:${port}` : host
    for (const target of ['/', `/${invitation()}`]) expect((await get(target, { host: named })).status).toBe(403)
    expect((await call('{"name":"a"}', { host: named })).status).toBe(403)
  })

  it('refuses a request that names no host', async () => {
    const socket = net.connect(port, '127.0.0.1')
    socket.end(`GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`)
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('sends the headers that keep the page to itself', async () => {
    const { headers } = await get('/')
    const hashes = / 'sha256-[\w+/]{43}='/g
    expect(String(headers['content-security-policy']).match(hashes)).toHaveLength(2)
    expect(String(headers['content-security-policy']).replace(hashes, '')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; frame-src blob:; font-src 'self'; img-src 'self' data:; connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
    })
  })

  it('says which port is in use', async () => {
    await expect(serve(served, { port, rendererFolder: path.join(root, 'renderer'), log: () => {} }))
      .rejects.toThrow(`Port ${port} is in use. Choose another with --port, or leave it out.`)
  })
})

describe('files', () => {
  it('serves the listed files with their media types', async () => {
    const script = await get('/assets/index-1a2b.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.body).toBe('export {}')
  })

  it.each([
    '/../secret.html', '/assets/../../secret.html', '/%2e%2e/secret.html', '/..%2fsecret.html', '/%2e%2e%2fsecret.html',
    '/..\\secret.html', '/assets\\..\\..\\secret.html', '/%5c..%5csecret.html', '//secret.html', '/link.html', '/%00', '/index.html%00.js',
    'http://example.com/', '/assets', '/assets/',
  ])('has no way out by %s', async (target) => {
    const answer = await get(target)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })

  it('answers no other method', async () => {
    expect((await send('PUT', '/', { cookie, origin })).status).toBe(405)
    expect((await send('HEAD', '/', { cookie })).status).toBe(200)
  })
})

describe('calls', () => {
  it.each([undefined, 'null', 'http://example.com', 'http://localhost', 'https://127.0.0.1'])('refuses the origin %s', async (foreign) => {
    const { origin: _ours, ...headers } = { origin, cookie, 'content-type': 'application/json', ...(foreign ? { Origin: foreign } : {}) }
    const answer = await send('POST', '/api/call', headers, '{"name":"articles.list","input":{}}')
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.body).ok).toBe(false)
  })

  it('refuses a call without the cookie, without JSON, and with GET', async () => {
    expect((await call('{"name":"a"}', { cookie: '' })).status).toBe(401)
    // As another program on this machine could, to which the browser has sent the cookie.
    for (const wrong of ['', cookie.split('=')[1]!, 'a'.repeat(43)]) {
      const answer = await call('{"name":"a"}', { 'x-counterpoint-secret': wrong })
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { message: expect.stringContaining('Start Counterpoint again') as string } })
    }
    expect((await call('{"name":"a"}', { origin: 'http://127.0.0.1:1' })).status).toBe(403)
    expect((await call('{"name":"a"}')).status).toBe(200)
    expect((await call('{"name":"a"}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await get('/api/call', { origin })).status).toBe(405)
    expect((await call('{"name":"a"}', { 'x-counterpoint-window': 'a window' })).status).toBe(400)
    for (const body of ['', '{', '[]', 'null', '{"name":1}', '"a"']) expect((await call(body)).status).toBe(400)
  })

  it('answers what is nested too deep, and what is not for dispatch to answer', async () => {
    for (const [left, right] of [['[', ']'], ['{"a":', '}']] as const) {
      const answer = await call(`{"name":"a","input":${left.repeat(1_000_000)}0${right.repeat(1_000_000)}}`)
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.body).error.message).toBe('This is nested more than 1000 deep, the most that is taken.')
    }
    const brackets = `${'[{'.repeat(1000)}"\\\\`
    expect(JSON.parse((await call(JSON.stringify({ name: 'a', input: [brackets, brackets] }))).body).output.input).toEqual([brackets, brackets])
    expect((await call(`{"name":"a","input":${'['.repeat(990)}${']'.repeat(990)}}`)).status).toBe(200)
    const failed = await call('{"name":"fails"}')
    expect(failed.status).toBe(500)
    expect(JSON.parse(failed.body)).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  it('ends a request that does not arrive', async () => {
    const hasty = await serve(served, { rendererFolder: path.join(root, 'renderer'), log: () => {}, arrival: 400 })
    const { hostname, port: itsPort } = new URL(hasty.address)
    for (const begun of ['POST /api/call HTTP/1.1\r\n', `POST /api/call HTTP/1.1\r\nHost: ${hostname}:${itsPort}\r\nContent-Length: 100\r\n\r\n{`]) {
      const socket = net.connect(Number(itsPort), hostname)
      socket.write(begun)
      expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 4\d\d /)
      socket.resume()
      await once(socket, 'close')
    }
    await hasty.close()
  })

  it('gives dispatch the call, as a window’s, and gives its reply back', async () => {
    const answer = await call('{"name":"articles.list","input":{"view":"bin"}}')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, output: { name: 'articles.list', input: { view: 'bin' }, context: { client: windowClient('one'), openClients: [] } } })
  })

  it('takes what holds a file of 20 MB, and says so when it is more than it takes', async () => {
    const input = 'a'.repeat(Math.ceil(20 * 1024 * 1024 / 3) * 4)
    expect(JSON.parse((await call(JSON.stringify({ name: 'articles.import', input }))).body).output.input).toHaveLength(input.length)
    const answer = await call(Buffer.alloc(BODY_LIMIT + 1, 0x20))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'too-large', message: 'This is larger than 32 MB, the most that can be sent at once.' } })
  })
})

describe('events', () => {
  const connect = (headers: Record<string, string>, target = '/api/events?window=one', protocols = ['counterpoint', secret]): WebSocket => new WebSocket(`ws://127.0.0.1:${port}${target}`, protocols, { headers })
  const refusalOf = async (socket: WebSocket): Promise<string> => ((await once(socket, 'error')) as [Error])[0].message

  it('refuses foreign pages, foreign hosts and whoever has no cookie', async () => {
    expect(await refusalOf(connect({ cookie }))).toContain('403')
    expect(await refusalOf(connect({ cookie, origin: 'http://example.com' }))).toContain('403')
    expect(await refusalOf(connect({ cookie, origin, host: `example.com:${port}` }))).toContain('403')
    expect(await refusalOf(connect({ origin }))).toContain('401')
    for (const protocols of [[], ['counterpoint'], ['counterpoint', 'a'.repeat(43)], [secret], ['counterpoint', cookie.split('=')[1]!]]) expect(await refusalOf(connect({ cookie, origin }, undefined, protocols))).toContain('401')
    expect(await refusalOf(connect({ cookie, origin }, '/api/other'))).toContain('404')
    expect(await refusalOf(connect({ cookie, origin }, '/api/events'))).toContain('400')
  })

  it('brings every event, and closes on whoever speaks', async () => {
    const socket = connect({ cookie, origin })
    await once(socket, 'open')
    expect(JSON.parse((await call('{"name":"a"}')).body).output.context.openClients).toEqual([windowClient('one')])
    const received = once(socket, 'message')
    for (const listener of listeners) listener({ name: 'articles.changed' })
    expect(JSON.parse(String((await received)[0]))).toEqual({ name: 'articles.changed' })
    const closed = once(socket, 'close')
    socket.send('hello')
    expect((await closed)[0]).toBe(1008)
  })
})
