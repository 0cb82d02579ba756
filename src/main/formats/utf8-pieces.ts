/** A file piece by piece, as UTF-8 whatever an editor saved it as. */
import { TextDecoder } from '@exodus/bytes/encoding.js'

/** From the beginning, as often as it is asked. */
export type Pieces = () => Iterable<Uint8Array>

/** `beginning`: the first characters. */
export function utf8Pieces(pieces: Pieces): { beginning: string; inUtf8: Pieces } {
  const [first = new Uint8Array()] = pieces()
  const { encoding, mark } = encodingOf(first)
  return { beginning: new TextDecoder(encoding).decode(first.subarray(mark, 4000)), inUtf8: () => (encoding === 'utf-8' ? without(mark, pieces()) : decoded(encoding, pieces())) }
}

/** `mark`: how many bytes the byte order mark takes. A library begins with "{" and a quotation mark or white space: with a zero beside it, it is UTF-16. */
function encodingOf(bytes: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; mark: number } {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 }
  return { encoding: b === 0 && a !== 0 ? 'utf-16le' : a === 0 && b !== 0 ? 'utf-16be' : 'utf-8', mark: 0 }
}

function* without(mark: number, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let skipped = mark
  for (const piece of pieces) {
    yield piece.subarray(skipped)
    skipped = 0
  }
}

/** The decoder takes the mark away. */
function* decoded(encoding: string, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }))
  yield Buffer.from(decoder.decode())
}
