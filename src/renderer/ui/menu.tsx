import type { ReactElement, ReactNode } from 'react'
import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { Keys } from './keys.tsx'
import './menu.css'

export interface MenuItem {
  label: string
  icon?: LucideIcon
  keys?: string
  danger?: boolean
  disabled?: boolean
  onChoose: () => void
}

/** `trigger` is the button that opens it. A null item is a dividing line. */
export function Menu({ trigger, items, align = 'start' }: { trigger: ReactElement; items: (MenuItem | null)[]; align?: 'start' | 'end' }): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="layer-menu" sideOffset={4} align={align}>
          <Base.Popup className="pop menu">
            {items.map((item, index) => item ? (
              <Base.Item key={item.label} className={`menu-item ${item.danger ? 'danger' : ''}`} disabled={item.disabled ?? false} onClick={item.onChoose}>
                {item.icon && <item.icon size={16} strokeWidth={1.5} aria-hidden />}
                <span>{item.label}</span>
                {item.keys && <Keys keys={item.keys} />}
              </Base.Item>
            ) : <Base.Separator key={`line-${index}`} className="menu-line" />)}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
