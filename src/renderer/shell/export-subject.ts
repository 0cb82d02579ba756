import type { ExportSubject } from '../commands.ts'
import type { Route } from '../route.ts'

/** What the dialog "Export" begins with, wherever the window is. */
export function exportSubject(route: Route): ExportSubject {
  switch (route.screen) {
    case 'article': return { kind: 'article', id: route.articleId }
    case 'compare': case 'timeline': case 'side-by-side': return { kind: 'comparison', id: route.comparisonId ?? null }
    default: return { kind: 'library' }
  }
}
