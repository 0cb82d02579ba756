/**
 * Chromium on a pipe, with one session a page (flat protocol). It ends with the pipe, so also when this process is killed.
 * The port beside it is for the test's own client.
 */
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'

export type Params = Record<string, unknown>
type Answer = { resolve: (result: never) => void; reject: (error: Error) => void; method: string }
type Message = { id?: number; sessionId?: string; method: string; params: Params; result?: Params; error?: { message: string } }

/** Milliseconds that Chromium has to close its profile. */
const PATIENCE = 3000

export class Session extends EventEmitter {
  readonly #post: (message: object, answer: Answer) => void
  readonly #id: string | undefined

  constructor(post: (message: object, answer: Answer) => void, id?: string) {
    super()
    this.#post = post
    this.#id = id
    this.setMaxListeners(0)
  }

  send<T = Params>(method: string, params: Params = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#post({ method, params, ...(this.#id ? { sessionId: this.#id } : {}) }, { resolve, reject, method })
    })
  }
}

export interface Chromium {
  /** Of the port, for another client. */
  address: string
  root: Session
  session(id: string): Session
  close(): Promise<void>
}

export async function launchChromium(executable: string, switches: string[]): Promise<Chromium> {
  const profile = mkdtempSync(path.join(tmpdir(), 'counterpoint-stand-in-'))
  const words = ['--headless', '--remote-debugging-pipe', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...switches, 'about:blank']
  const child = spawn(executable, words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const address = await addressIn(child.stderr as Readable)
  const { root, session } = connect(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    void root.send('Browser.close').catch(() => child.kill('SIGKILL'))
    await ended
    clearTimeout(timer)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { address, root, session, close }
}

function addressIn(stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    stderr.on('close', () => reject(new Error(`Chromium ended:\n${said}`)))
  })
}

function connect(out: Writable, back: Readable): Pick<Chromium, 'root' | 'session'> {
  const waiting = new Map<number, Answer>()
  const sessions = new Map<string | undefined, Session>()
  let last = 0
  const post = (message: object, answer: Answer): void => {
    last += 1
    waiting.set(last, answer)
    out.write(`${JSON.stringify({ id: last, ...message })}\0`)
  }
  const session = (id?: string): Session => {
    const known = sessions.get(id) ?? new Session(post, id)
    sessions.set(id, known)
    return known
  }
  const take = ({ id, sessionId, method, params, result, error }: Message): void => {
    if (id === undefined) return void sessions.get(sessionId)?.emit(method, params)
    const answer = waiting.get(id)
    waiting.delete(id)
    if (error) answer?.reject(new Error(`${answer.method}: ${error.message}`))
    else answer?.resolve(result as never)
  }
  // The pipe goes when Chromium does; what was asked then stays without an answer.
  out.on('error', () => undefined)
  eachMessage(back, (text) => take(JSON.parse(text) as Message))
  return { root: session(), session }
}

/** Messages are ended by a zero byte. */
function eachMessage(back: Readable, take: (text: string) => void): void {
  let pieces: Buffer[] = []
  back.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      take(Buffer.concat([...pieces, chunk.subarray(from, end)]).toString('utf8'))
      pieces = []
      from = end + 1
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
  })
}
