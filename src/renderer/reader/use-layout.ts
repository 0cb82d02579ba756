import { useEffect, useMemo, useState } from 'react'
import { textMapOf, type TextMap } from './text-offsets.ts'

/** The width in CSS pixels from which the inspector stands beside the text without covering it. */
const BESIDE = 1080
/** What stands beside the text in CSS pixels: the numbers, the gap, and the margin's entries in words. */
const ASIDE = 455

export interface Layout {
  /** For the element that holds the text: a new one for each text. */
  region: (element: HTMLElement | null) => void
  map: TextMap | null
  /** Grows whenever the text may have moved on its sheet. */
  layout: number
  /** There is room for the inspector beside the text. */
  wide: boolean
  /** There is no room for the margin's words: it shows swatches that open. */
  folded: boolean
}

/** Finds the text on the page once it is there, and notices when its lines move. */
export function useLayout(): Layout {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [layout, setLayout] = useState(0)
  const [wide, setWide] = useState(() => window.innerWidth >= BESIDE)
  const [folded, setFolded] = useState(false)
  const map = useMemo(() => root && textMapOf(root), [root])

  useEffect(() => {
    const reader = root?.closest('.reader')
    const pane = root?.closest('.read-pane')
    if (!root || !reader || !pane) return
    const observer = new ResizeObserver(() => {
      setWide(reader.clientWidth >= BESIDE)
      setFolded(pane.clientWidth < measureOf(root) + ASIDE)
      setLayout((count) => count + 1)
    })
    for (const element of [root, reader, pane]) observer.observe(element)
    return () => observer.disconnect()
  }, [root])
  return { region: setRoot, map, layout, wide, folded }
}

/** The text's full width in CSS pixels, as the reader chose it. */
function measureOf(root: HTMLElement): number {
  const measure = Number.parseFloat(getComputedStyle(root).getPropertyValue('--reading-measure')) || 32
  return measure * Number.parseFloat(getComputedStyle(root).fontSize)
}
