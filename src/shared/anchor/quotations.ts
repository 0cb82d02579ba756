/** Where quotations begin and end in a paragraph: who says a sentence may be said only where its quotation ends. */

/** Marks that always open, that always close, and those that do either. */
const opening = /[„‚「『﹁﹃《]/u
const closing = /[”」』﹂﹄》]/u
const family: Record<string, string> = { '“': '"', '”': '"', '„': '"', '"': '"', '‟': '"', '«': '«', '»': '«', '「': '「', '」': '「', '『': '『', '』': '『', '﹁': '﹁', '﹂': '﹁', '﹃': '﹃', '﹄': '﹃', '《': '《', '》': '《', '‘': "'", '’': "'", '‚': "'", '‹': '‹', '›': '‹' }

/** Where each quotation that stands open before `offset` began, the outermost first. */
export function quotationsOpenAt(paragraph: string, offset: number): number[] {
  const open: { kind: string; at: number }[] = []
  for (const { 0: mark, index } of paragraph.slice(0, offset).matchAll(/[“”„"‟«»「」『』﹁﹂﹃﹄《》‘’‚‹›]/gu)) {
    if ((mark === '’' || mark === '‘') && isApostrophe(paragraph, index)) continue
    const kind = family[mark]!
    const last = open.findLastIndex((one) => one.kind === kind)
    if (last >= 0 && !opening.test(mark)) open.length = last
    else if (!closing.test(mark) && mark !== '’') open.push({ kind, at: index })
  }
  return open.map(({ at }) => at)
}

/** Within a word, or in place of a letter at its start. */
function isApostrophe(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && (text.charAt(at) === '’' || /[\p{L}\p{N}]/u.test(text.charAt(at - 1)))
}

export function endsInQuotation(sentence: string): boolean {
  return /[”"»«“」』﹂﹄’›]$/u.test(sentence)
}

export function beginsInQuotation(sentence: string): boolean {
  return /^[„“"«»「『﹁﹃‘‹—–-]/u.test(sentence)
}
