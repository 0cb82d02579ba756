/** How a long text differs from the one that it was made from: what both begin and end with is left out. */
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/rpc.ts'

/** Lengths in UTF-16 code units. */
export interface TextDifference {
  /** How much of the base the text begins with. */
  begin: number
  /** How much of the base the text ends with. */
  end: number
  /** What stands between. */
  text: string
  /** Tells whether a text is the one that was meant: the beginning of the SHA-256 of its UTF-8, 16 hexadecimal digits. */
  sha256: string
}

/** No pair of surrogates is cut, so what is kept is text by itself. */
export function differenceFrom(base: string, text: string): TextDifference {
  const shorter = Math.min(base.length, text.length)
  let begin = 0
  while (begin < shorter && base.charCodeAt(begin) === text.charCodeAt(begin)) begin += 1
  if (isHighSurrogate(text.charCodeAt(begin - 1))) begin -= 1
  let end = 0
  while (end < shorter - begin && base.charCodeAt(base.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end += 1
  if (isLowSurrogate(text.charCodeAt(text.length - end))) end -= 1
  return { begin, end, text: text.slice(begin, text.length - end), sha256: fingerprint(text) }
}

/** The whole text again. Throws `conflict` when `base` is not what the difference was made from. */
export function wholeText(base: string, { begin, end, text, sha256 }: TextDifference): string {
  const whole = base.slice(0, begin) + text + base.slice(base.length - end)
  if (fingerprint(whole) !== sha256) throw new AppError('conflict', 'A text that this step would bring back can’t be made again, because the one that it was made from is not as it was.')
  return whole
}

export function isTextOf({ sha256 }: TextDifference, text: string): boolean {
  return fingerprint(text) === sha256
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
