/** A position between the neighbours that the thing at `from` has once it stands at `to`. */
export function positionAt(things: { position: number }[], from: number, to: number): number {
  const others = things.filter((_, at) => at !== from)
  const [before, after] = [others[to - 1], others[to]]
  if (!before) return after ? after.position - 1 : 1
  return after ? (before.position + after.position) / 2 : before.position + 1
}
