/** `app://counterpoint/`: the built renderer's files, and no way out of their folder. */
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { APP_SCHEME, isOwnAddress } from './security.ts'

/** To be registered before Electron is ready. */
export const privilegedSchemes = [{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]

/** Kinds of file that the renderer is built of. Others are not served. */
const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/** The handler for `protocol.handle`. Nothing but GET and HEAD of a file that really lies in the folder, links followed. */
export function createFileHandler(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnAddress(request.url)) return refusal(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const file = await fileOf(request.url, folder)
    const mediaType = file && mediaTypes[path.extname(file).toLowerCase()]
    if (!file || !mediaType) return refusal(404)
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) return refusal(404)
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers: headers(mediaType) })
  }
}

/** The real path of the file asked for; undefined when there is none or it lies outside the folder. */
async function fileOf(address: string, folder: string): Promise<string | undefined> {
  const asked = decode(new URL(address).pathname)
  // A second decoding, a drive letter, a stream (`file:name`) or a backslash has no place in a name of ours.
  if (asked === undefined || /[\0-\u001F%:\\]/.test(asked)) return undefined
  try {
    const root = await realpath(folder)
    const file = await realpath(path.join(root, asked === '/' ? 'index.html' : asked))
    const inside = path.relative(root, file)
    return inside && !inside.startsWith('..') && !path.isAbsolute(inside) ? file : undefined
  } catch {
    return undefined
  }
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8') })
}

function headers(mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy([]),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
