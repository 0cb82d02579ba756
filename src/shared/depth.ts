/** How deep arrays and objects lie in one another. */

/** Level by level, not by recursion: what it is asked about may be deeper than the stack. A level names each thing once. */
export function isDeeperThan(value: unknown, most: number): boolean {
  let level = new Set([value].filter(isNested))
  for (let depth = 1; level.size > 0; depth += 1) {
    if (depth > most) return true
    const next = new Set<object>()
    for (const one of level) for (const inner of Object.values(one)) if (isNested(inner)) next.add(inner)
    level = next
  }
  return false
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
