/** Searching every article, highlight and note. */
import type { SearchHit } from '../../shared/search.ts'
import { MATCH_END, MATCH_START, type FoundRow, type SearchTable } from './search-table.ts'

/** Scripts that set no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export function createSearchService(table: SearchTable) {
  return {
    find({ words, limit }: { words: string; limit: number }): SearchHit[] {
      const wanted = words.normalize('NFC').trim()
      if (unspaced.test(wanted)) return table.findLetters(wanted, limit).map(toHit)
      const query = toQuery(wanted)
      return query ? table.find(query, limit).map(toHit) : []
    },
    remake(): Record<string, never> {
      table.remake()
      return {}
    },
  }
}

/** Every word must be there; the last one may be unfinished. Nothing that people type is FTS5 syntax. */
function toQuery(words: string): string {
  const terms = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return terms.map((term, index) => `"${term}"${index === terms.length - 1 ? '*' : ''}`).join(' ')
}

function toHit({ excerpt, ...row }: FoundRow): SearchHit {
  const parts = excerpt.split(new RegExp(`[${MATCH_START}${MATCH_END}]`))
  return {
    kind: row.kind, subject: row.subject, id: row.id, articleId: row.articleId, articleTitle: row.articleTitle,
    excerpt: parts.map((text, index) => ({ text, match: index % 2 === 1 })).filter((part) => part.text !== ''),
  }
}
