import type { ReactNode } from 'react'
import type { SearchHit } from '../../shared/search.ts'
import { titleOf } from '../comparing/comparison-menu.tsx'
import { navigate } from '../route.ts'

export interface SearchGroup {
  title: string
  hits: SearchHit[]
}

/** More than these in one group are a reason to type another word. */
const SHOWN_OF_EACH = 12

/** In the order in which they are shown. Empty groups are left out; a highlight found in several of its passages is there once. */
export function groupHits(hits: SearchHit[]): SearchGroup[] {
  return ([['Articles', 'article'], ['Highlights', 'highlight'], ['Notes', 'note']] as const)
    .map(([title, kind]) => {
      const ofKind = hits.filter((hit) => hit.kind === kind)
      return { title, hits: ofKind.filter((hit, place) => ofKind.findIndex((other) => other.id === hit.id) === place).slice(0, SHOWN_OF_EACH) }
    })
    .filter((group) => group.hits.length > 0)
}

/** Notes are found under what they are on. */
export function openHit({ subject, id, articleId, articleTitle }: SearchHit): void {
  if (subject === 'highlight' && articleId) navigate({ screen: 'article', articleId, highlightId: id })
  else if (subject === 'article') navigate({ screen: 'article', articleId: id })
  else if (subject === 'speaker' || subject === 'issue') navigate({ screen: 'names', kind: `${subject}s`, id })
  else if (subject === 'comparison') navigate({ screen: 'compare', ...(articleTitle ? { comparisonId: id } : {}) })
}

export function optionId(list: string, hit: SearchHit): string {
  return `${list}-${hit.kind}-${hit.id}`
}

export interface SearchResultsProps {
  id: string
  groups: SearchGroup[]
  active: SearchHit | null
  onOpen: (hit: SearchHit) => void
}

/** The focus stays in the search field, which says which option is active. */
export function SearchResults({ id, groups, active, onOpen }: SearchResultsProps): ReactNode {
  return (
    <div id={id} role="listbox" aria-label="Search results" className="search-list" tabIndex={0} {...(active ? { 'aria-activedescendant': optionId(id, active) } : {})}>
      {groups.map((group) => (
        <div key={group.title} role="group" aria-labelledby={`${id}-${group.title}`}>
          <p id={`${id}-${group.title}`} role="presentation" className="search-group lab">{group.title}</p>
          {group.hits.map((hit) => (
            <div
              key={hit.id}
              id={optionId(id, hit)}
              role="option"
              aria-selected={hit === active}
              className="search-hit"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpen(hit)}
            >
              <Hit hit={hit} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function Hit({ hit }: { hit: SearchHit }): ReactNode {
  return (
    <>
      <p className={`search-title ${hit.kind === 'article' ? 'serif' : 'm'}`}>{hit.subject === 'comparison' ? titleOf({ title: hit.articleTitle }) : hit.articleTitle}</p>
      <p className={`search-excerpt ${hit.kind === 'highlight' ? 'serif' : ''}`}>
        {hit.excerpt.map((run, index) => (run.match ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>))}
      </p>
    </>
  )
}
