import type { ReactNode } from 'react'

const isMac = navigator.platform.startsWith('Mac')

/** Between the keys, not keys themselves. */
const between = new Set(['/', '–', 'then'])

/** Key caps, such as "Ctrl Shift Z", "J / K" or "G then L". Hidden from screen readers: the control's name says what it does. */
export function Keys({ keys }: { keys: string }): ReactNode {
  return (
    <span className="kbd" aria-hidden>
      {keys.split(' ').map((key, index) => (
        between.has(key) ? <i key={index}>{key}</i> : <b key={index}>{isMac && key === 'Ctrl' ? '⌘' : key}</b>
      ))}
    </span>
  )
}
