import type { ReactElement, ReactNode } from 'react'
import { Popover as Base } from '@base-ui/react/popover'
import './popover.css'

export interface PopoverProps {
  /** The name of what opens. */
  title: string
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'end'
  /** In CSS pixels. */
  width?: number
}

/** A small surface beside its button. Escape and a press outside close it, and the focus goes back. */
export function Popover({ title, trigger, children, align = 'start', width = 320 }: PopoverProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="layer-menu" sideOffset={4} align={align} collisionPadding={8}>
          <Base.Popup className="pop popover" style={{ width }}>
            <Base.Title className="sr">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
