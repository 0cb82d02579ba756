import { useMemo, useRef, useState } from 'react'
import { client } from '../api.ts'
import { positionAt } from '../marks/position-at.ts'
import { announce } from '../ui/announce.ts'
import { toastError } from '../ui/toast.tsx'
import type { Named } from './named.ts'

export interface Order {
  things: Named[]
  /** `to` counts without the one that moves. */
  move: (id: string, to: number) => void
}

/** The reader's own order. A move is shown at once, so that the next key press goes on from it. */
export function useOrder(stored: Named[], refetch: () => Promise<unknown>): Order {
  const [moved, setMoved] = useState<ReadonlyMap<string, number>>(new Map())
  const pending = useRef(0)
  const things = useMemo(
    () => stored.map((one) => ({ ...one, position: moved.get(one.id) ?? one.position })).sort((a, b) => a.position - b.position),
    [stored, moved],
  )

  const move = (id: string, to: number): void => {
    const from = things.findIndex((one) => one.id === id)
    const thing = things[from]
    if (!thing || to < 0 || to >= things.length || to === from) return
    const position = positionAt(things, from, to)
    setMoved(new Map(moved).set(id, position))
    announce(`${thing.name}: ${to + 1} of ${things.length}`)
    pending.current += 1
    const act = thing.noun === 'speaker' ? client.call('speakers.update', { id, position }) : client.call('issues.update', { id, position })
    act.catch(toastError).then(refetch).finally(() => {
      pending.current -= 1
      if (pending.current === 0) setMoved(new Map())
    })
  }
  return { things, move }
}
