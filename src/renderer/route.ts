/** Where in the app the window is. It lives in the address's fragment, so that Back, Forward and reload work on every face. */
import { useSyncExternalStore } from 'react'

export type Route =
  | { screen: 'library'; view?: 'inbox' | 'archive' | 'bin'; collectionId?: string; tagId?: string }
  | { screen: 'article'; articleId: string; highlightId?: string; statementId?: string }
  | { screen: 'edit'; articleId: string }
  | { screen: 'newer'; articleId: string }
  | { screen: 'revisions'; articleId: string; from?: string; to?: string }
  | { screen: 'queue'; articleId?: string }
  | { screen: 'statements'; speakerId?: string; issueId?: string }
  | { screen: 'names'; kind?: 'speakers' | 'issues'; id?: string }
  | { screen: 'compare'; comparisonId?: string; cell?: string[] }
  | { screen: 'side-by-side'; statementIds: string[]; comparisonId?: string }
  | { screen: 'timeline'; comparisonId?: string; issueId?: string }
  | { screen: 'same-words'; speakerId?: string; comparisonId?: string }
  | { screen: 'split'; leftId: string; rightId: string; statementId?: string }
  | { screen: 'settings' }

const LISTS = new Set(['statementIds', 'cell'])

/** `#/article?articleId=…&highlightId=…` */
export function addressOf(route: Route): string {
  const { screen, ...rest } = route
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) parameters.set(key, Array.isArray(value) ? value.join(',') : String(value))
  const query = parameters.toString()
  return `#/${screen}${query ? `?${query}` : ''}`
}

export function parseAddress(fragment: string): Route {
  const [, screen = '', query = ''] = /^#\/([a-z-]*)\??(.*)$/.exec(fragment) ?? []
  const rest = Object.fromEntries([...new URLSearchParams(query)].map(([key, value]) => [key, LISTS.has(key) ? value.split(',') : value]))
  switch (screen) {
    case 'article': case 'edit': case 'newer': case 'revisions': return rest.articleId ? ({ screen, ...rest } as Route) : { screen: 'library' }
    case 'side-by-side': return rest.statementIds ? ({ screen, ...rest } as Route) : { screen: 'compare' }
    case 'split': return rest.leftId && rest.rightId ? ({ screen, ...rest } as Route) : { screen: 'library' }
    case 'statements': case 'names': case 'compare': case 'timeline': case 'same-words': case 'settings': case 'queue': return { screen, ...rest } as Route
    default: return { screen: 'library', ...rest } as Route
  }
}

export function navigate(route: Route, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.location.hash = addressOf(route)
  else window.location.replace(addressOf(route))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

let known = { fragment: '', route: parseAddress('') }
function current(): Route {
  if (known.fragment !== window.location.hash) known = { fragment: window.location.hash, route: parseAddress(window.location.hash) }
  return known.route
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current)
}
