import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Tooltip } from '@base-ui/react/tooltip'
import type { LucideIcon } from 'lucide-react'
import { Keys } from './keys.tsx'

type NativeProps = ButtonHTMLAttributes<HTMLButtonElement>

export interface ButtonProps extends NativeProps {
  variant?: 'default' | 'primary' | 'quiet' | 'danger'
  large?: boolean
  icon?: LucideIcon
  /** Shown only; the screen listens for them. Such as "Ctrl K". */
  keys?: string
}

export function Button({ variant = 'default', large, icon: Icon, keys, children, className = '', ...native }: ButtonProps): ReactNode {
  return (
    <button type="button" {...native} className={`btn ${variant === 'default' ? '' : variant} ${large ? 'btn-l' : ''} ${className}`}>
      {Icon && <Icon className="i" size={16} strokeWidth={1.5} aria-hidden />}
      {children}
      {keys && <Keys keys={keys} />}
    </button>
  )
}

export interface IconButtonProps extends NativeProps {
  label: string
  icon: LucideIcon
  small?: boolean
  pressed?: boolean
  keys?: string
}

/** A button that shows an icon; its name is in the tooltip and for screen readers. */
export function IconButton({ label, icon: Icon, small, pressed, keys, className = '', ...native }: IconButtonProps): ReactNode {
  return (
    <Tooltip.Root>
      {/* The button is ours: the trigger's own `disabled` would switch off the tooltip and leave the button on. */}
      <Tooltip.Trigger
        render={(
          <button
            {...native}
            type="button"
            className={`ib ${small ? 'ib-s' : ''} ${className}`}
            aria-label={label}
            {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
          />
        )}
      >
        <Icon size={small ? 14 : 16} strokeWidth={1.5} aria-hidden />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="layer-tip">
          <Tooltip.Popup className="tip">
            {label}
            {keys && <Keys keys={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
