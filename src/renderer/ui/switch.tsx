import type { ReactNode } from 'react'
import { Switch as Base } from '@base-ui/react/switch'

/** On or off, at once. `label` names it where no visible label does. */
export function Switch({ label, on, disabled = false, onChange }: { label?: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void }): ReactNode {
  return <Base.Root aria-label={label} className={`switch ${on ? 'on' : ''}`} checked={on} disabled={disabled} onCheckedChange={onChange} />
}
