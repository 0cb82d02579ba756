/** Where margin entries stand, so that each is beside its passage as nearly as may be and none covers another. */

/** In CSS pixels. `top` is where the entry would like to be. */
export interface MarginEntrySize { id: string; top: number; height: number }

/** Between two entries, in CSS pixels. */
const GAP = 6

/** Each at its own top or under the one before. The active one keeps its place and pushes the others. In: by top. */
export function marginPlaces(entries: MarginEntrySize[], activeId: string | null): Map<string, number> {
  const tops: number[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const entry of entries) {
    const top = entry.id === activeId ? entry.top : Math.max(entry.top, free)
    tops.push(top)
    free = top + entry.height + GAP
  }
  const active = entries.findIndex((entry) => entry.id === activeId)
  for (let index = active - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index]!, tops[index + 1]! - GAP - entries[index]!.height)
  }
  return new Map(entries.map((entry, index) => [entry.id, tops[index]!]))
}
