import { useRef, type ReactNode } from 'react'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import './dialog.css'

export interface DialogProps {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  /** In CSS pixels. */
  width?: number
  className?: string
  /** What gets the focus at first, found in the dialog; without one the first control does. */
  firstFocus?: string
}

/** Focus goes in and comes back; Escape and the cross close it. */
export function Dialog({ title, open, onClose, children, footer, width = 560, className = '', firstFocus }: DialogProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => { if (!next) onClose() }}>
      <Base.Portal>
        <Base.Backdrop className="scrim layer-dialog" />
        <Base.Popup ref={popup} {...(firstFocus ? { initialFocus: () => popup.current?.querySelector<HTMLElement>(firstFocus) ?? true } : {})} className={`dialog dialog-frame layer-dialog ${className}`} style={{ width }}>
          <header className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            {/* No tooltip: it would open with the focus and take the first Escape. */}
            <Base.Close className="ib" aria-label="Close"><X size={16} strokeWidth={1.5} aria-hidden /></Base.Close>
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer className="dialog-foot">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
