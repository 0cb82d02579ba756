/** What differs in one revision and in the highlights on it. Nothing is mended here. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { describeRange, wholeGraphemes, type TextRange } from '../../shared/anchor/selectors.ts'
import { fromLexical, type LexicalDocument } from '../../shared/body.ts'
import type { Difference } from '../../shared/verify.ts'

/** `body` is undefined when it can't be read. */
export interface CheckedRevision { articleId: string; number: number; text: string; sha256: string; body: LexicalDocument | undefined }
/** `place`: where it keeps its place in the article's present text while another may say it; null for others. */
export interface CheckedHighlight { id: string; articleId: string; revision: number; ranges: TextRange[]; place: TextRange[] | null; candidates?: TextRange[][] }

export function checkRevision({ articleId, number, text, sha256, body }: CheckedRevision): Difference[] {
  const difference = (sentence: string): Difference => ({ kind: 'revision', id: articleId, articleId, revision: number, sentence })
  const differences: Difference[] = []
  if (createHash('sha256').update(text).digest('hex') !== sha256) differences.push(difference(`The text of revision ${number} does not have the SHA-256 that was kept with it.`))
  if (textOf(body) !== text) differences.push(difference(`The text of revision ${number} is not the text of its body.`))
  return differences
}

/** `text` is that of the highlight's revision; undefined when there is no such revision. */
export function checkHighlight({ id, articleId, revision, ranges }: Omit<CheckedHighlight, 'place'>, text: string | undefined): Difference[] {
  const difference = (kind: Difference['kind'], sentence: string): Difference => ({ kind, id, articleId, revision, sentence })
  if (text === undefined) return [difference('missing', `The highlight is on revision ${revision}, which is not there.`)]
  if (ranges.length === 0) return [difference('missing', 'The highlight has no range.')]
  const misordered = ranges.some(({ start }, index) => index > 0 && start < ranges[index - 1]!.end) ? [difference('order', 'The highlight’s ranges overlap, or are not in the order of the text.')] : []
  return [...misordered, ...ranges.flatMap((range, index) => {
    const which = ranges.length > 1 ? `Range ${index + 1} of the highlight` : 'The highlight'
    const { start, end } = range
    if (start < 0 || start >= end || end > text.length) return [difference('quote', `${which} lies outside the text of revision ${revision}.`)]
    const there = describeRange(text, range)
    if (there.exact !== range.exact) return [difference('quote', `${which} says ${shown(range.exact)} where revision ${revision} has ${shown(there.exact)}.`)]
    const whole = wholeGraphemes(text, range)
    if (whole.start !== start || whole.end !== end) return [difference('quote', `${which} cuts a character in two.`)]
    const same = there.prefix === range.prefix && there.suffix === range.suffix
    return same ? [] : [difference('context', `${which} keeps other words around it than revision ${revision} has.`)]
  })]
}

/** The place that a highlight keeps in the article's present text, revision `present`. */
export function checkPlace({ place, ...highlight }: CheckedHighlight, present: number, text: string | undefined): Difference[] {
  return place ? checkHighlight({ ...highlight, revision: present, ranges: place }, text) : []
}

/** Where a highlight that waits in the queue may have gone, in the article's present text. The first may be its place, which is looked at already. */
export function checkCandidates({ place, candidates = [], ...highlight }: CheckedHighlight, present: number, text: string | undefined): Difference[] {
  return candidates.slice(place ? 1 : 0).flatMap((ranges) => checkHighlight({ ...highlight, revision: present, ranges }, text))
    .map((difference) => ({ ...difference, kind: 'candidate', sentence: `A place that the queue offers: ${difference.sentence}` }))
}

function textOf(body: LexicalDocument | undefined): string | undefined {
  try {
    return body && canonicalText(fromLexical(body))
  } catch {
    return undefined
  }
}

/** Enough of a quote to know it by, in one line. */
export function shown(words: string): string {
  const characters = [...words.replaceAll('\n', ' ')]
  return `“${characters.slice(0, 60).join('')}${characters.length > 60 ? '…' : ''}”`
}
