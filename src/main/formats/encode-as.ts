/** For tests: text to bytes in an encoding that only has a decoder, by asking it what each byte or pair of bytes means. */
import { TextDecoder } from '@exodus/bytes/encoding.js'

const tables = new Map<string, Map<string, number[]>>()

/** Throws on a character that the encoding does not have. */
export function encodeAs(encoding: string, text: string): Uint8Array {
  if (encoding === 'iso-2022-jp') return inIso2022(text)
  const table = tableOf(encoding)
  return Uint8Array.from([...text].flatMap((letter) => {
    const bytes = table.get(letter)
    if (!bytes) throw new Error(`${encoding} has no ${letter}`)
    return bytes
  }))
}

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding, { fatal: true })
  const add = (bytes: number[]): void => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes))
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes)
    } catch {
      // No letter has these bytes.
    }
  }
  for (let first = 0; first < 256; first += 1) add([first])
  if (/jis|euc|gb|big5/.test(encoding)) for (let first = 128; first < 256; first += 1) for (let second = 64; second < 256; second += 1) add([first, second])
  tables.set(encoding, table)
  return table
}

/** The pairs of EUC-JP without their high bits, between escape sequences. */
function inIso2022(text: string): Uint8Array {
  return Uint8Array.from([...text.matchAll(/[\0-\u007F]+|[^\0-\u007F]+/g)].flatMap(([part]) => {
    const bytes = [...encodeAs('euc-jp', part)]
    return bytes[0]! < 128 ? bytes : [0x1b, 0x24, 0x42, ...bytes.map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42]
  }))
}
