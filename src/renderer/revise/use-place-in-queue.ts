import { useCallback, useState } from 'react'
import { announce } from '../ui/announce.ts'
import type { Waiting } from './use-changes.ts'

export interface PlaceInQueue {
  /** From 0. */
  at: number
  current: Waiting | undefined
  /** Those that the reader put off. */
  later: Set<string>
  go: (id: string) => void
  /** Before the one looked at is decided. */
  hold: () => void
  step: (by: 1 | -1) => void
  /** To the next that was not put off. */
  putOff: () => void
}

/**
 * Which of those that wait is looked at. One that is decided gives its place to the next; when the decision is taken back,
 * it is looked at again.
 */
export function usePlaceInQueue(waiting: Waiting[], onMove: () => void): PlaceInQueue {
  const [chosen, setChosen] = useState({ id: '', at: 0 })
  const [later, setLater] = useState(new Set<string>())
  const found = waiting.findIndex(({ id }) => id === chosen.id)
  const at = found >= 0 ? found : Math.max(0, Math.min(chosen.at, waiting.length - 1))
  const current = waiting[at]

  const moveTo = useCallback((place: number): void => {
    const one = waiting[place]
    if (!one) return
    setChosen({ id: one.id, at: place })
    onMove()
  }, [waiting, onMove])

  return {
    at,
    current,
    later,
    go: useCallback((id) => moveTo(waiting.findIndex((one) => one.id === id)), [moveTo, waiting]),
    hold: () => { if (current) setChosen({ id: current.id, at }) },
    step: useCallback((by) => moveTo(at + by), [moveTo, at]),
    putOff: () => {
      if (!current) return
      const off = new Set([...later, current.id])
      setLater(off)
      const next = [...waiting.keys()].map((k) => (at + 1 + k) % waiting.length).find((place) => !off.has(waiting[place]!.id))
      if (next === undefined) announce('All that wait were put off.')
      else moveTo(next)
    },
  }
}
