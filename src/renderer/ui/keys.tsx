import type { ReactNode } from 'react'

const isMac = navigator.platform.startsWith('Mac')

/** Key caps, such as "Ctrl Shift Z". Hidden from screen readers: the control's name says what it does. */
export function Keys({ keys }: { keys: string }): ReactNode {
  return (
    <span className="kbd" aria-hidden>
      {keys.split(' ').map((key) => <b key={key}>{isMac && key === 'Ctrl' ? '⌘' : key}</b>)}
    </span>
  )
}
