/** Places in an order that the user makes: numbers with room between them, so that moving one thing touches only that one. */
export interface Placed { id: string; position: number }

/** Less room than this between neighbours, and the next one may not fit between them any more. */
const LEAST_ROOM = 1e-6

/** Farther out there is no room to count on. */
const FARTHEST = 1e12

/** `moved` at its new position, behind what stands there already; everybody numbered anew only where room ran out. Gives those that change. */
export function place<T extends Placed>(things: T[], moved: T, position: number): T[] {
  const others = things.filter((one) => one.id !== moved.id)
  const order = [...others.filter((one) => one.position <= position), { ...moved, position }, ...others.filter((one) => one.position > position)]
  const isTight = order.some((one, at) => at > 0 && one.position - order[at - 1]!.position < LEAST_ROOM)
  return isTight ? order.map((one, at) => ({ ...one, position: at + 1 })) : [{ ...moved, position }]
}

/** New things with their own positions, or behind all others where one of those is taken or too far out. */
export function placeNew<T extends Placed>(things: Placed[], added: T[]): T[] {
  const taken = new Set(things.map((one) => one.position))
  const isClear = added.every(({ position }) => Math.abs(position) < FARTHEST && !taken.has(position))
  if (isClear) return added
  const last = Math.max(0, ...things.map((one) => one.position))
  return added.toSorted((a, b) => a.position - b.position).map((one, at) => ({ ...one, position: last + at + 1 }))
}
