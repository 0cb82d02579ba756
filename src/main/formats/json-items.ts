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

/** `pieces` are UTF-8. Of entries that are not wanted nothing is read. Throws NotJson, after the items before the place that is wrong. */
export function* jsonItems(pieces: Iterable<Uint8Array>, isWanted: (key: string) => boolean = () => true): Generator<JsonItem> {
  const cursor = createCursor(pieces)
  cursor.take(OPEN_OBJECT)
  if (cursor.next() === CLOSE_OBJECT) cursor.take(CLOSE_OBJECT)
  else {
    do yield* entry(cursor, isWanted)
    while (isMore(cursor, CLOSE_OBJECT))
  }
  if (cursor.next() !== undefined) throw new NotJson('something follows the end')
}

function* entry(cursor: Cursor, isWanted: (key: string) => boolean): Generator<JsonItem> {
  if (cursor.next() !== QUOTE) throw new NotJson('a key is missing')
  const key = cursor.value() as string
  cursor.take(COLON)
  if (!isWanted(key)) return cursor.skip()
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
  } while (isMore(cursor, CLOSE_LIST))
}

/** Whether a comma stands before one more; otherwise what ends the list is taken. */
function isMore(cursor: Cursor, close: number): boolean {
  const isMore = cursor.next() === COMMA
  cursor.take(isMore ? COMMA : close)
  return isMore
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

  /** Where the value that begins here ends. Kept: it lies in `bytes` from `at` on, whole. */
  function endOfValue(isKept: boolean): number {
    next()
    const end = createEnd()
    for (let looked = at; ; ) {
      const found = end.find(bytes, looked)
      if (found !== undefined) return found
      const kept = isKept ? bytes.length - at : 0
      at = bytes.length - kept
      if (!fill()) throw new NotJson('it is cut off')
      looked = kept
    }
  }

  return {
    next,
    take,
    /** Past the value that begins here, of which nothing is kept. */
    skip(): void {
      at = endOfValue(false)
    },
    /** The value that begins here, whole. */
    value(): unknown {
      const end = endOfValue(true)
      const text = bytes.toString('utf8', at, end)
      at = end
      return parsed(text)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotJson('a value can’t be read')
  }
}

/** Finds the end of a value that may come in pieces. */
function createEnd() {
  let depth = 0
  let isText = false
  let isEscaped = false

  /** Behind the quotation mark that ends a text. */
  function endOfText(bytes: Buffer, from: number): number | undefined {
    for (let at = from; at < bytes.length; ) {
      if (isEscaped) {
        isEscaped = false
        at += 1
        continue
      }
      const quote = bytes.indexOf(QUOTE, at)
      const end = quote < 0 ? bytes.length : quote
      let backslashes = 0
      while (end - 1 - backslashes >= at && bytes[end - 1 - backslashes] === BACKSLASH) backslashes += 1
      isEscaped = backslashes % 2 === 1
      at = end
      if (quote < 0 || isEscaped) continue
      isText = false
      return quote + 1
    }
    return undefined
  }

  return {
    /** Where the value that goes on at `from` ends; undefined: not in these bytes. */
    find(bytes: Buffer, from: number): number | undefined {
      for (let at = from; at < bytes.length; at += 1) {
        if (isText) {
          const end = endOfText(bytes, at)
          if (end === undefined || depth === 0) return end
          at = end - 1
          continue
        }
        const byte = bytes[at]!
        if (byte === QUOTE) isText = true
        else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
          if (depth === 0) return at
          depth -= 1
          if (depth === 0) return at + 1
        } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return at
      }
      return undefined
    },
  }
}
