/** Versions of texts that people write: a note, or the draft of an article. */
import { plainText, type LexicalDocument } from './body.ts'

/**
 * Tells whether a text is still the one that was read: the same text has the same version, whatever the order of its keys, in main
 * and in a window. 106 bits, and no secret: two cyrb53 of the canonical JSON (https://github.com/bryc/code, public domain).
 */
export function versionOf({ root }: LexicalDocument): string {
  const text = JSON.stringify(root, sortKeys)
  return [0, 1].map((seed) => cyrb53(text, seed).toString(36)).join('-')
}

/** That of a note; null where there is none, which is what an empty one leaves. */
export function noteVersion(document: LexicalDocument | undefined): string | null {
  return !document || plainText(document).trim() === '' ? null : versionOf(document)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function cyrb53(text: string, seed: number): number {
  let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
