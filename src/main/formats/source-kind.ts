/** What a file or pasted text is, by its name and its beginning. */

export type SourceKind = 'text' | 'markdown' | 'html'

export const isHtmlName = (name: string): boolean => /\.x?html?$/i.test(name)

/**
 * Text that begins like a document, whatever its name. A comment can be read one way only: where it could end at a later "-->"
 * too, each comment doubles the ways to try.
 */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4096))
}

/** Told from the content first: a page saved as .txt is still a page. */
export function sourceKindOf(name: string, text: string): SourceKind {
  if (isHtmlName(name) || looksLikeHtml(text)) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
}
