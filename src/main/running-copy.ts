/**
 * One running copy per library, across the faces: whoever runs holds a local socket named after the library's real path.
 * A second start hands its files to the first over that socket. The socket's folder is open to this user only.
 */
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { AppError } from '../shared/rpc.ts'

/** What the running copy does with the files of a second start. What it gives back is told to the person who started it. */
export type OnOpen = (files: string[]) => void | string | Promise<void | string>

export interface Claim {
  release(): Promise<void>
}

/** Milliseconds that the running copy has to import the files. */
const ANSWER_LIMIT = 60_000
/** Largest request, in UTF-16 code units. */
const REQUEST_LIMIT = 4 * 1024 * 1024

/** Undefined when another copy runs with this library. */
export async function claimLibrary(folder: string, onOpen: OnOpen): Promise<Claim | undefined> {
  const address = socketAddress(folder)
  const server = net.createServer((connection) => answer(connection, onOpen))
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await listen(server, address)) return { release: () => close(server) }
    if (!(await takeOverStale(address))) return undefined
  }
  return undefined
}

export async function askRunningCopy(folder: string, files: string[]): Promise<{ answered: boolean; message: string }> {
  const connection = await connect(socketAddress(folder))
  if (!connection) return { answered: false, message: 'No copy of Counterpoint runs with this library.' }
  connection.setTimeout(ANSWER_LIMIT, () => connection.destroy())
  connection.write(`${JSON.stringify({ files })}\n`)
  const line = await readLine(connection)
  connection.destroy()
  if (line === undefined) return { answered: false, message: 'Counterpoint is running with this library, but does not answer. Close it and try again.' }
  return { answered: true, message: String(JSON.parse(line).message) }
}

async function answer(connection: net.Socket, onOpen: OnOpen): Promise<void> {
  connection.on('error', () => connection.destroy())
  const line = await readLine(connection)
  const files = line === undefined ? undefined : filesIn(line)
  if (!files) return void connection.destroy()
  const message = await Promise.resolve(files).then(onOpen).catch((error: Error) => error.message)
  connection.end(`${JSON.stringify({ message: message ?? 'Counterpoint is running with this library already.' })}\n`)
}

function filesIn(line: string): string[] | undefined {
  try {
    const { files } = JSON.parse(line) as { files: unknown }
    return Array.isArray(files) && files.every((file) => typeof file === 'string') ? files : undefined
  } catch {
    return undefined
  }
}

/** The first line, or undefined when the connection ends before it is complete. */
function readLine(connection: net.Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = ''
    connection.setEncoding('utf8')
    connection.on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > REQUEST_LIMIT) connection.destroy()
    })
    connection.on('close', () => resolve(undefined))
    connection.on('error', () => resolve(undefined))
  })
}

/** False when the address is taken. */
function listen(server: net.Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onError)
    server.listen(address, () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => { server.close(() => resolve()) })
}

function connect(address: string): Promise<net.Socket | undefined> {
  return new Promise((resolve) => {
    const connection = net.connect(address)
    connection.once('connect', () => resolve(connection))
    connection.once('error', () => resolve(undefined))
  })
}

/**
 * True when nobody listens and the address is free now. The socket is moved aside and asked once more there,
 * so that of two copies starting at once neither removes the socket that the other has just made.
 */
async function takeOverStale(address: string): Promise<boolean> {
  if (await answers(address)) return false
  if (process.platform === 'win32') return true
  const aside = `${address}.${process.pid}`
  try {
    renameSync(address, aside)
  } catch {
    return true
  }
  if (await answers(aside)) {
    renameSync(aside, address)
    return false
  }
  rmSync(aside, { force: true })
  return true
}

async function answers(address: string): Promise<boolean> {
  const connection = await connect(address)
  connection?.destroy()
  return connection !== undefined
}

/** Stands for the library wherever a name is needed: the same for every way of writing its path. */
export function libraryKey(folder: string): string {
  return createHash('sha256').update(realFolder(folder)).digest('hex').slice(0, 24)
}

function socketAddress(folder: string): string {
  const name = libraryKey(folder)
  if (process.platform === 'win32') return `\\\\.\\pipe\\counterpoint-${createHash('sha256').update(os.userInfo().username).digest('hex').slice(0, 8)}-${name}`
  return path.join(socketFolder(), `${name}.sock`)
}

/** The real path of the folder, also while its last parts are still to be made. */
function realFolder(folder: string): string {
  const resolved = path.resolve(folder)
  const parent = path.dirname(resolved)
  try {
    return realpathSync.native(resolved)
  } catch {
    return parent === resolved ? resolved : path.join(realFolder(parent), path.basename(resolved))
  }
}

function socketFolder(): string {
  const runtime = process.env['XDG_RUNTIME_DIR']
  if (runtime && path.isAbsolute(runtime)) {
    try {
      return privateFolder(path.join(runtime, 'counterpoint'))
    } catch {
      // Of another user, or gone since the session began: use the folder for temporary files.
    }
  }
  return privateFolder(path.join(os.tmpdir(), `counterpoint-${os.userInfo().uid}`))
}

/** Made with mode 0700. A folder of somebody else's, or a link, is refused: its owner could read what is sent. */
function privateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(folder)
  if (!stats.isDirectory() || stats.uid !== os.userInfo().uid) {
    throw new AppError('library-unavailable', `The folder ${folder} belongs to somebody else. Remove it, or set XDG_RUNTIME_DIR to a folder of yours.`)
  }
  if (stats.mode & 0o077) chmodSync(folder, 0o700)
  return folder
}
