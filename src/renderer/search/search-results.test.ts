import { describe, expect, it } from 'vitest'
import type { SearchHit } from '../../shared/search.ts'
import { groupHits } from './search-results.tsx'

const hit = (kind: SearchHit['kind'], id: string, text = id): SearchHit => ({ kind, subject: kind === 'article' ? 'article' : 'highlight', id, articleId: 'article', articleTitle: 'Ferries', excerpt: [{ text, match: true }] })

describe('groupHits', () => {
  it('sets articles before highlights before notes and leaves out what was not found', () => {
    const groups = groupHits([hit('note', 'a'), hit('article', 'b'), hit('article', 'c')])
    expect(groups.map((group) => [group.title, group.hits.map((one) => one.id)])).toEqual([['Articles', ['b', 'c']], ['Notes', ['a']]])
  })

  it('shows a highlight found in two passages once, in its best place', () => {
    const [group] = groupHits([hit('highlight', 'a', 'first'), hit('highlight', 'b'), hit('highlight', 'a', 'second')])
    expect(group!.hits.map((one) => one.excerpt[0]!.text)).toEqual(['first', 'b'])
  })

  it('keeps a long group short', () => {
    expect(groupHits(Array.from({ length: 40 }, (_, index) => hit('article', String(index))))[0]!.hits).toHaveLength(12)
  })
})
