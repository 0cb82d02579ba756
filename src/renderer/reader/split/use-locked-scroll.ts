import { useEffect, useMemo } from 'react'
import { lineUp, placeBeside } from '../../../shared/compare/line-up.ts'
import { paneOf } from '../pane.ts'
import type { TextMap } from '../text-offsets.ts'
import type { SideName } from './split-screen.tsx'

/** The other article follows the one that is scrolled, block by block where blocks match. */
export function useLockedScroll(locked: boolean, left: TextMap | null, right: TextMap | null, active: SideName): void {
  const pairs = useMemo(() => (locked && left && right ? lineUp(left.blocks.map(textOf), right.blocks.map(textOf)) : []), [locked, left, right])
  useEffect(() => {
    if (!locked || !left || !right) return
    const [leader, follower, ordered] = active === 'left' ? [left, right, pairs] as const : [right, left, pairs.map(([a, b]): [number, number] => [b, a])] as const
    const pane = paneOf(leader)
    let frame = 0
    const follow = (): void => {
      frame = 0
      if (pane.scrollTop < headOf(leader)) paneOf(follower).scrollTop = pane.scrollTop
      else scrollTo(follower, placeBeside(placeInView(leader), ordered, leader.blocks.length, follower.blocks.length))
    }
    const handleScroll = (): void => { frame ||= requestAnimationFrame(follow) }
    pane.addEventListener('scroll', handleScroll, { passive: true })
    handleScroll()
    return () => {
      cancelAnimationFrame(frame)
      pane.removeEventListener('scroll', handleScroll)
    }
  }, [locked, left, right, pairs, active])
}

/** The height of what stands before the text, in CSS pixels. */
function headOf(map: TextMap): number {
  const pane = paneOf(map)
  return map.blocks[0] ? map.blocks[0].getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop : 0
}

function textOf(block: Element): string {
  return block.textContent ?? ''
}

/** What stands at the pane's top: a block's number, and how much of it is above. */
function placeInView({ blocks, root }: TextMap): number {
  const top = root.closest('.read-pane')!.getBoundingClientRect().top
  const index = Math.max(0, blocks.findIndex((block) => block.getBoundingClientRect().bottom > top))
  const box = blocks[index]!.getBoundingClientRect()
  return index + Math.min(1, Math.max(0, (top - box.top) / Math.max(1, box.height)))
}

function scrollTo(map: TextMap, place: number): void {
  const pane = paneOf(map)
  const block = map.blocks[Math.min(map.blocks.length - 1, Math.floor(place))]
  if (!block) return
  const box = block.getBoundingClientRect()
  pane.scrollTop += box.top - pane.getBoundingClientRect().top + (place % 1) * box.height
}
