import { useCallback, useEffect, useState } from 'react'
import { findBy } from '../commands.ts'

export interface FindAsked {
  /** How many times finding was asked for since it was closed; 0 is closed. */
  asked: number
  ask: () => void
  close: () => void
}

/** Finding in the article, asked for by key, button or, while it is the active one, the application menu. */
export function useFindAsked(isActive: boolean): FindAsked {
  const [asked, setAsked] = useState(0)
  const ask = useCallback(() => setAsked((count) => count + 1), [])
  const close = useCallback(() => setAsked(0), [])
  useEffect(() => (isActive ? findBy(ask) : undefined), [ask, isActive])
  return { asked, ask, close }
}
