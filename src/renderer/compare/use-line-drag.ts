import { useState, type DragEvent, type HTMLAttributes } from 'react'
import { idOf, type Line } from './matrix-lines.ts'

export type LineDrag = (line: Line, at: number, isAcross: boolean) => HTMLAttributes<HTMLElement>

interface Dragged { line: Line; at: number }
interface Drop { overId: string; side: 'before' | 'after' }

/** A row or a column is taken by its head and put down at another head of its kind. `data-drop` says on which side. */
export function useLineDrag(onMove: (line: Line, to: number) => void): LineDrag {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const end = (): void => { setDragged(null); setDrop(null) }

  return (line, at, isAcross) => ({
    draggable: true,
    ...(drop?.overId === idOf(line) ? { 'data-drop': drop.side } : {}),
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.setData('text/plain', idOf(line))
      event.dataTransfer.effectAllowed = 'move'
      setDragged({ line, at })
    },
    onDragEnd: end,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (dragged?.line.kind !== line.kind) return
      event.preventDefault()
      const box = event.currentTarget.getBoundingClientRect()
      const isFirstHalf = isAcross ? event.clientX < box.left + box.width / 2 : event.clientY < box.top + box.height / 2
      setDrop({ overId: idOf(line), side: isFirstHalf ? 'before' : 'after' })
    },
    onDragLeave: () => setDrop(null),
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault()
      const wanted = at + Number(drop?.side === 'after')
      if (dragged) onMove(dragged.line, wanted - Number(dragged.at < wanted))
      end()
    },
  })
}
