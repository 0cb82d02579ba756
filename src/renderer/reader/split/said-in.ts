import type { SaidIn } from '../../../shared/compare/shared-issues.ts'
import { isPlaced, type Reader } from '../reader-context.ts'

/** The statements of an article in the order of its text. */
export function saidIn({ highlights, article }: Pick<Reader, 'highlights' | 'article'>): SaidIn[] {
  return highlights.filter((one) => isPlaced(one, article)).flatMap(({ id, statements }) => statements.map(({ issueId, speakerId }) => ({ highlightId: id, issueId, speakerId })))
}
