import { useEffect } from 'react'

export interface SideBySideActs {
  /** 0 is A. */
  setBaseline: (at: number) => void
  toggleMarks: () => void
  toggleSource: () => void
  /** By -1 or 1. */
  goToIssue: (by: number) => void
  /** The column that holds the focus, or the baseline. */
  moveColumn: (by: number) => void
}

/** Single letters outside text fields, dialogs and menus; Ctrl Shift ← and → move a column. */
export function useSideBySideKeys(acts: SideBySideActs): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const act = actOf(event, acts)
      if (event.defaultPrevented || !act || (event.target as HTMLElement).closest('input, select, textarea, [contenteditable=true], [role=dialog], [role=menu]')) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [acts])
}

function actOf(event: KeyboardEvent, acts: SideBySideActs): (() => void) | undefined {
  if (event.altKey) return undefined
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey && event.key === 'ArrowLeft') return () => acts.moveColumn(-1)
    return event.shiftKey && event.key === 'ArrowRight' ? () => acts.moveColumn(1) : undefined
  }
  switch (event.key.toLowerCase()) {
    case 'a': case 'b': case 'c': case 'd': return () => acts.setBaseline('abcd'.indexOf(event.key.toLowerCase()))
    case 'w': return acts.toggleMarks
    case 's': return acts.toggleSource
    case '[': return () => acts.goToIssue(-1)
    case ']': return () => acts.goToIssue(1)
    default: return undefined
  }
}
