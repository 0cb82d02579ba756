/** The statements picked for a look side by side. They last as long as the window. */
import { create } from 'zustand'
import { announce } from './ui/announce.ts'
import { toast } from './ui/toast.tsx'

/** More columns leave too little room for words. */
export const MOST_PICKS = 4

/** In the order of picking. */
export const usePicks = create<{ ids: string[] }>(() => ({ ids: [] }))

/** Picks what is not picked, up to four, and puts back what is. */
export function togglePick(id: string): void {
  const { ids } = usePicks.getState()
  const isPicked = ids.includes(id)
  if (!isPicked && ids.length >= MOST_PICKS) return toast({ text: 'Four statements fit side by side. Remove one first.' })
  const next = isPicked ? ids.filter((other) => other !== id) : [...ids, id]
  usePicks.setState({ ids: next })
  announce(`${next.length} picked`)
}

export function clearPicks(): void {
  usePicks.setState({ ids: [] })
}

/** Forgets picks of statements that are gone. */
export function keepPicks(known: Set<string>): void {
  const { ids } = usePicks.getState()
  if (ids.some((id) => !known.has(id))) usePicks.setState({ ids: ids.filter((id) => known.has(id)) })
}
