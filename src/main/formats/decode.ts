/**
 * Bytes to text: byte order marks, UTF-8, UTF-16, an HTML file's declared encoding, else Windows-1252.
 * By the Encoding Standard in a library's decoder: that of Node before 22.23 turns the quotation marks of Windows-1252 into controls.
 */
import { TextDecoder } from '@exodus/bytes/encoding.js'

/** Undefined when the bytes are not text. */
export function decode(bytes: Uint8Array, html: boolean): string | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return withoutControls(new TextDecoder('utf-8').decode(bytes))
  if (startsWith(bytes, [0xff, 0xfe])) return withoutControls(new TextDecoder('utf-16le').decode(bytes))
  if (startsWith(bytes, [0xfe, 0xff])) return withoutControls(new TextDecoder('utf-16be').decode(bytes))
  if (binaryStarts.some((start) => startsWith(bytes, start))) return undefined
  const wide = wideEncoding(bytes)
  if (wide) return withoutControls(new TextDecoder(wide).decode(bytes))
  if (bytes.includes(0)) return undefined
  const declared = html ? declaredDecoder(bytes) : undefined
  return withoutControls(strictly('utf-8', bytes) ?? (declared ?? new TextDecoder('windows-1252')).decode(bytes))
}

/** Files that can begin like text and are not: PDF, RTF, PostScript, zip (Word, EPUB), gzip. */
const binaryStarts = ['%PDF-', '{\\rtf', '%!PS', 'PK\u0003\u0004', '\u001f\u008b'].map((start) => [...start].map((letter) => letter.charCodeAt(0)))

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** UTF-16 without a mark: Latin letters and spaces leave zeros on one side of each pair only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, 65536)
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even += 1
    if (sample[index + 1] === 0) odd += 1
  }
  const many = sample.length / 2 / 20
  if (odd >= Math.max(1, many) && even === 0) return strictly('utf-16le', bytes) === undefined ? undefined : 'utf-16le'
  if (even >= Math.max(1, many) && odd === 0) return strictly('utf-16be', bytes) === undefined ? undefined : 'utf-16be'
  return undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The encoding named by <meta charset>, <meta http-equiv> or an XML declaration within the first 4,096 bytes. */
function declaredDecoder(bytes: Uint8Array): TextDecoder | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  // A declaration that could be read as single bytes can't be true when it says UTF-16 (HTML standard).
  if (!label || /^utf-?(8|16)/i.test(label)) return undefined
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

/** Text holds next to no control characters; a file that does is another kind of file. */
function withoutControls(text: string): string | undefined {
  const sample = text.slice(0, 65536)
  // oxlint-disable-next-line no-control-regex
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/g)?.length ?? 0
  return controls > sample.length / 100 ? undefined : text
}
