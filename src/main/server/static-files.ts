/**
 * The files of the page. They are listed once, at the start, and a request is looked up in that list: no path is ever
 * made from what a request says, so that there is no way out of the folder.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/rpc.ts'

export interface StaticFile {
  file: string
  mediaType: string
  /** Its name holds a hash of its content. */
  hashed: boolean
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Keys are paths as they stand in an address, such as /assets/index-4f2a.js; '/' is the page itself. */
export function listStaticFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of entriesOf(folder)) {
    const mediaType = mediaTypes[path.extname(entry.name)]
    if (!entry.isFile() || !mediaType) continue
    const file = path.join(entry.parentPath, entry.name)
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
    files.set(address, { file, mediaType, hashed: address.startsWith('/assets/') })
  }
  const page = files.get('/index.html')
  if (!page) throw new AppError('internal', 'Counterpoint is not built. Run npm run build, then start it again.')
  return files.set('/', page)
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}
