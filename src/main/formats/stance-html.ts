/** A stance as exported pages show it: shape and word. Round is for, pointed against, a bar neither; full is firm, half tentative. */
import type { Stance } from '../../shared/statement.ts'
import { stanceWord } from './arrange-export.ts'

const stanceShapes: Record<Stance, string> = {
  asserts: '<path fill-rule="evenodd" d="M8 1.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5zM4.3 8.8l2.8 2.8 4.8-5.4-1.2-1.1-3.7 4.1-1.5-1.6z"/>',
  leans: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 2a6 6 0 0 1 0 12z"/>',
  unclear: '<rect x="1.75" y="5.75" width="12.5" height="4.5" rx="2.25" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  doubts: '<path d="M8 1.4 14.6 8 8 14.6 1.4 8z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 1.4 14.6 8 8 14.6z"/>',
  denies: '<path fill-rule="evenodd" d="M8 .6 15.4 8 8 15.4.6 8zM5.3 6.5 6.8 8 5.3 9.5l1.2 1.2L8 9.2l1.5 1.5 1.2-1.2L9.2 8l1.5-1.5-1.2-1.2L8 6.8 6.5 5.3z"/>',
}

export function stanceHtml(stance: Stance | null): string {
  const shape = stance ? `<svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">${stanceShapes[stance]}</svg>` : ''
  return `<span class="stance">${shape}${stanceWord(stance)}</span>`
}
