/**
 * Bytes to text: byte order marks, UTF-8, UTF-16, ISO-2022-JP, the encoding that a page declares, else what the bytes look like.
 * By the Encoding Standard in a library's decoder: that of Node before 22.23 turns the quotation marks of Windows-1252 into controls.
 */
import { TextDecoder } from '@exodus/bytes/encoding.js'
import { guessEncodings, isLatin } from './guess-encoding.ts'

export interface Decoded {
  text: string
  /** A label of the Encoding Standard, such as windows-1251. */
  encoding: string
  /** Neither the file nor its bytes leave a doubt. */
  sure: boolean
}

export interface DecodeOptions {
  /** A page may declare its encoding. */
  html: boolean
  /** The reader's own choice, a label of the Encoding Standard. Throws a RangeError when there is none of that name. */
  chosen?: string | undefined
}

/** How sure the statistics must be, of 100, to overrule what a page declares, and to be told without a word of doubt. */
const OVERRULING = 30
const SURE = 40

/** Undefined when the bytes are not text. */
export function decode(bytes: Uint8Array, { html, chosen }: DecodeOptions): Decoded | undefined {
  const marked = markedEncoding(bytes)
  if (chosen !== undefined) return cleared({ text: new TextDecoder(chosen).decode(bytes), encoding: new TextDecoder(chosen).encoding, sure: true })
  if (marked) return cleared({ text: new TextDecoder(marked).decode(bytes), encoding: marked, sure: true })
  if (binaryStarts.some((start) => startsWith(bytes, start))) return undefined
  const wide = wideEncoding(bytes)
  if (wide) return cleared({ text: new TextDecoder(wide).decode(bytes), encoding: wide, sure: true })
  return cleared(iso2022(bytes) ?? utf8(bytes) ?? singleOrDouble(bytes, html ? declaredEncoding(bytes) : undefined))
}

/** Files that can begin like text and are not: PDF, RTF, PostScript, zip (Word, EPUB), gzip. */
const binaryStarts = ['%PDF-', '{\\rtf', '%!PS', 'PK\u0003\u0004', '\u001f\u008b'].map((start) => [...start].map((letter) => letter.charCodeAt(0)))

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  // UTF-32 begins like UTF-16; nothing on the way to a text is in it.
  if (startsWith(bytes, [0xff, 0xfe]) && !startsWith(bytes, [0xff, 0xfe, 0, 0])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
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

/** All its bytes are ASCII: only its escape sequences tell that it is not. */
function iso2022(bytes: Uint8Array): Decoded | undefined {
  const escapes = ['\u001b$B', '\u001b$@'].some((escape) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(escape, 0, 'latin1'))
  const text = escapes ? strictly('iso-2022-jp', bytes) : undefined
  return text === undefined ? undefined : { text, encoding: 'iso-2022-jp', sure: true }
}

/** Also with some broken bytes, which become U+FFFD: letters of several bytes hardly ever come out of another encoding by chance. */
function utf8(bytes: Uint8Array): Decoded | undefined {
  const whole = strictly('utf-8', bytes)
  if (whole !== undefined) return { text: whole, encoding: 'utf-8', sure: true }
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  // oxlint-disable-next-line no-control-regex
  const wide = text.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0
  return wide > 4 * broken ? { text, encoding: 'utf-8', sure: false } : undefined
}

/** What a page declares is believed unless its bytes clearly say otherwise. */
function singleOrDouble(bytes: Uint8Array, declared: string | undefined): Decoded {
  const guesses = guessEncodings(bytes)
  const [likeliest] = guesses
  const own = declared === undefined ? undefined : strictly(declared, bytes)
  const declaredConfidence = guesses.find(({ encoding }) => encoding === declared)?.confidence ?? 0
  const overruled = likeliest !== undefined && likeliest.confidence >= OVERRULING && declaredConfidence < likeliest.confidence / 2 && (declared === 'windows-1252' || !isLatin(likeliest.encoding))
  if (own !== undefined && !overruled) return { text: own, encoding: declared!, sure: true }
  const encoding = likeliest?.encoding ?? declared ?? 'windows-1252'
  return { text: new TextDecoder(encoding).decode(bytes), encoding, sure: declared === undefined && (likeliest?.confidence ?? 0) >= SURE }
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The encoding named by <meta charset>, <meta http-equiv> or an XML declaration within the first 65,536 bytes. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 65536))
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  // A declaration that could be read as single bytes can't be true when it says UTF-16 (HTML standard).
  if (!label || /^utf-?(8|16)/i.test(label)) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    // The standard reads both alike.
    return encoding === 'gb18030' ? 'gbk' : encoding
  } catch {
    return undefined
  }
}

/** Text holds next to no control characters; a file that does is another kind of file. A NUL has no meaning in text. */
function cleared(decoded: Decoded): Decoded | undefined {
  const sample = decoded.text.slice(0, 65536)
  // oxlint-disable-next-line no-control-regex
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/g)?.length ?? 0
  return controls > sample.length / 100 ? undefined : { ...decoded, text: decoded.text.replaceAll('\0', '') }
}
