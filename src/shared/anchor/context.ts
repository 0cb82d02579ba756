/** How far two texts agree around two places, in UTF-16 code units. */

/** Agreement beyond this adds nothing. */
export const CONTEXT_LIMIT = 256

/** Before the places. Both at the very beginning agree entirely. */
export function agreementBefore(a: string, aEnd: number, b: string, bEnd: number): number {
  let length = 0
  while (length < CONTEXT_LIMIT && length < aEnd && length < bEnd && a.charCodeAt(aEnd - length - 1) === b.charCodeAt(bEnd - length - 1)) length += 1
  return length === aEnd && length === bEnd ? CONTEXT_LIMIT : length
}

/** After the places. Both at the very end agree entirely. */
export function agreementAfter(a: string, aStart: number, b: string, bStart: number): number {
  let length = 0
  while (length < CONTEXT_LIMIT && aStart + length < a.length && bStart + length < b.length && a.charCodeAt(aStart + length) === b.charCodeAt(bStart + length)) length += 1
  return aStart + length === a.length && bStart + length === b.length ? CONTEXT_LIMIT : length
}
