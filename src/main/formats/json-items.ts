/**
 * A JSON object read piece by piece: each entry by itself, and of an entry that is a list each item by itself. So a file of any
 * size is read in the room of its largest item. The bounds of values are found here, and what lies between them is JSON.parse's.
 */

/** `index`: its place in the list of that key. Null: the entry itself, whose value is [] where items follow. */
export interface JsonItem { key: string; index: number | null; value: unknown }

/** The text is no JSON object, or is cut off. */
export class NotJson extends Error {
  override name = 'NotJson'
}

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** `pieces` are UTF-8. Throws NotJson, after the items before the place that is wrong. */
export function* jsonItems(pieces: Iterable<Uint8Array>): Generator<JsonItem> {
  const cursor = createCursor(pieces)
  cursor.take(OPEN_OBJECT)
  if (cursor.next() === CLOSE_OBJECT) cursor.take(CLOSE_OBJECT)
  else {
    do yield* entry(cursor)
    while (cursor.isMore(CLOSE_OBJECT))
  }
  if (cursor.next() !== undefined) throw new NotJson('something follows the end')
}

function* entry(cursor: Cursor): Generator<JsonItem> {
  if (cursor.next() !== QUOTE) throw new NotJson('a key is missing')
  const key = cursor.value() as string
  cursor.take(COLON)
  if (cursor.next() !== OPEN_LIST) {
    yield { key, index: null, value: cursor.value() }
    return
  }
  yield { key, index: null, value: [] }
  cursor.take(OPEN_LIST)
  if (cursor.next() === CLOSE_LIST) return cursor.take(CLOSE_LIST)
  let index = 0
  do {
    yield { key, index, value: cursor.value() }
    index += 1
  } while (cursor.isMore(CLOSE_LIST))
}

type Cursor = ReturnType<typeof createCursor>

function createCursor(pieces: Iterable<Uint8Array>) {
  const waiting = pieces[Symbol.iterator]()
  let bytes: Buffer = Buffer.alloc(0)
  let at = 0

  /** The next piece behind what is left from `at` on. False at the end of the file. */
  function fill(): boolean {
    const { done, value } = waiting.next()
    if (done) return false
    bytes = at >= bytes.length ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.concat([bytes.subarray(at), value])
    at = 0
    return true
  }

  /** The next byte that is no white space, which stays. Undefined at the end. */
  function next(): number | undefined {
    for (;;) {
      while (at < bytes.length && isSpace(bytes[at]!)) at += 1
      if (at < bytes.length) return bytes[at]
      if (!fill()) return undefined
    }
  }

  function take(byte: number): void {
    if (next() !== byte) throw new NotJson(`“${String.fromCharCode(byte)}” is missing`)
    at += 1
  }

  return {
    next,
    take,
    /** Whether a comma stands before one more; otherwise what ends the list is taken. */
    isMore(close: number): boolean {
      const isMore = next() === COMMA
      take(isMore ? COMMA : close)
      return isMore
    },
    /** The value that begins here, whole. */
    value(): unknown {
      next()
      const length = lengthOfValue(() => bytes, () => at, fill)
      const text = bytes.toString('utf8', at, at + length)
      at += length
      try {
        return JSON.parse(text)
      } catch {
        throw new NotJson('a value can’t be read')
      }
    },
  }
}

/** In bytes. `bytes` from `at` on are the value's, of which more may have to be filled in. */
function lengthOfValue(bytes: () => Buffer, at: () => number, fill: () => boolean): number {
  let [there, start, depth, isText] = [bytes(), at(), 0, false]
  for (let length = 0; ; length += 1) {
    while (start + length >= there.length) {
      if (!fill()) throw new NotJson('it is cut off')
      there = bytes()
      start = at()
    }
    const byte = there[start + length]!
    if (isText) {
      if (byte === BACKSLASH) length += 1
      else if (byte === QUOTE) {
        isText = false
        if (depth === 0) return length + 1
      }
    } else if (byte === QUOTE) isText = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (depth === 0) return length
      depth -= 1
      if (depth === 0) return length + 1
    } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return length
  }
}
