/** Notes as documents: what the note editor can show, and whether two documents are the same. */
import { emptyDocument, type LexicalDocument, type LexicalNode } from '../../shared/body.ts'

/** Kinds that an article's body may hold and a note can't. */
const notInNotes = new Set(['image', 'horizontalrule'])

/** The document without what the note editor has no node for, and never quite empty. */
export function toNoteDocument(document: LexicalDocument): LexicalDocument {
  const root = withoutForeign(document.root)
  return root.children && root.children.length > 0 ? { root } : emptyDocument
}

function withoutForeign(node: LexicalNode): LexicalNode {
  if (!node.children) return node
  return { ...node, children: node.children.filter((child) => !notInNotes.has(child.type)).map(withoutForeign) }
}

/** The same whatever the order of the keys: parsing may have changed it. */
export function sameDocument(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameDocument((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
