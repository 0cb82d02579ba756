import { useDeferredValue, type ReactNode } from 'react'
import { Margin } from './margin.tsx'
import { useReader } from './reader-context.ts'
import { pointAt } from './text-offsets.ts'
import { useDrawing } from './use-drawing.ts'
import { useNear } from './use-near.ts'

/** Everything that is drawn for the highlights near the view. The marks are there with the text; the margin follows. */
export function Marks({ layout }: { layout: number }): ReactNode {
  const reader = useReader()
  const { map } = reader
  const near = useNear(map, layout)
  const overflows = useDrawing(reader, near)
  const beside = useDeferredValue(near, null)
  return (
    <>
      {map && overflows.map(({ offset, count }) => <More key={offset} at={pointAt(map, offset, 'before')} count={count} layout={layout} />)}
      {beside && <Margin layout={layout} near={beside} />}
    </>
  )
}

/** "+2" where more highlights lie than there are lanes for. */
function More({ at, count }: { at: { node: Node; offset: number }; count: number; layout: number }): ReactNode {
  const range = document.createRange()
  range.setStart(at.node, at.offset)
  const rect = range.getBoundingClientRect()
  const sheet = at.node.parentElement?.closest('.sheet')?.getBoundingClientRect()
  if (!sheet) return null
  return <span className="lane-more" aria-hidden style={{ left: rect.left - sheet.left, top: rect.bottom - sheet.top }}>+{count}</span>
}
