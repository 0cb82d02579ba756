/** Whether what notes quote of highlights stands, or stood, in the articles. */
import { CUT } from '../../shared/anchor/selectors.ts'
import type { LexicalDocument, LexicalNode } from '../../shared/body.ts'
import type { Difference } from '../../shared/verify.ts'
import { shown } from './check-texts.ts'

/** A quotation block: the words as they were when they were taken, so of any revision. `id`: the note's. */
export interface CheckedQuotation { id: string; highlightId: string; text: string }

export function quotationsIn(id: string, document: LexicalDocument): CheckedQuotation[] {
  const found: CheckedQuotation[] = []
  const visit = (node: LexicalNode): void => {
    if (node.type === 'quotation') found.push({ id, highlightId: String(node.subjectId), text: String(node.text) })
    node.children?.forEach(visit)
  }
  visit(document.root)
  return found
}

/** Of one article's highlights, against its revisions, which are given one after the other: `left` are those that none had. */
export function createQuotationCheck(quotations: CheckedQuotation[], articleId: string) {
  let open = quotations
  return {
    see: (text: string): void => { open = open.filter((one) => !one.text.split(` ${CUT} `).every((piece) => text.includes(piece))) },
    left: (): Difference[] => open.map(({ id, text }) => ({ kind: 'note', id, articleId, revision: 0, sentence: `The note quotes ${shown(text)}, which no revision of the article says.` })),
  }
}
