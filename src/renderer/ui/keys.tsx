import type { ReactNode } from 'react'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CornerDownLeft } from 'lucide-react'

const isMac = navigator.platform.startsWith('Mac')

/** Between the keys, not keys themselves. */
const between = new Set(['/', '–', 'then'])
/** Drawn, because not every font has them. */
const drawn: Record<string, ReactNode> = {
  '←': <ArrowLeft size={12} />, '→': <ArrowRight size={12} />, '↑': <ArrowUp size={12} />, '↓': <ArrowDown size={12} />, '↵': <CornerDownLeft size={12} />,
}

/** Key caps, such as "Ctrl Shift Z", "J / K" or "G then L". Hidden from screen readers: the control's name says what it does. */
export function Keys({ keys }: { keys: string }): ReactNode {
  return (
    <span className="kbd" aria-hidden>
      {keys.split(' ').map((key, index) => (
        between.has(key) ? <i key={index}>{key}</i> : <b key={index}>{isMac && key === 'Ctrl' ? '⌘' : drawn[key] ?? key}</b>
      ))}
    </span>
  )
}
