/** Where a step of the keyboard leads in a text. Offsets in UTF-16 code units. */

export type StepUnit = 'character' | 'word'

const segmenters: Record<StepUnit, Intl.Segmenter> = {
  character: new Intl.Segmenter(undefined, { granularity: 'grapheme' }),
  word: new Intl.Segmenter(undefined, { granularity: 'word' }),
}

/** How much text around an offset is looked at: longer than any word. */
const WINDOW = 400

/** The next border of a character (grapheme cluster), or the next end (forward) or start (back) of a word. */
export function stepOffset(text: string, offset: number, unit: StepUnit, by: 1 | -1): number {
  const borders = bordersAround(text, offset, unit, by)
  const next = by > 0 ? borders.find((border) => border > offset) : borders.findLast((border) => border < offset)
  return next ?? (by > 0 ? text.length : 0)
}

function bordersAround(text: string, offset: number, unit: StepUnit, by: 1 | -1): number[] {
  const from = lineBorder(text, Math.max(0, offset - WINDOW))
  const part = text.slice(from, offset + WINDOW)
  const borders: number[] = []
  for (const { index, segment, isWordLike } of segmenters[unit].segment(part)) {
    if (unit === 'character') borders.push(from + index)
    else if (isWordLike) borders.push(from + index + (by > 0 ? segment.length : 0))
  }
  return borders
}

/** The line break before a place that is near, so that no cluster is cut where the part begins. */
function lineBorder(text: string, offset: number): number {
  const found = text.lastIndexOf('\n', offset)
  return found >= 0 && offset - found < WINDOW ? found + 1 : wholeStart(text, offset)
}

function wholeStart(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? Math.max(0, offset - 1) : offset
}
