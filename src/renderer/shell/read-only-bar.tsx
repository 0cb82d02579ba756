import type { ReactNode } from 'react'
import { Lock } from 'lucide-react'
import './read-only-bar.css'

/** Over every screen while the library can't be written. */
export function ReadOnlyBar(): ReactNode {
  return (
    <p className="read-only-bar" role="status">
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      <span>This library can’t be written: its folder or files are read-only. You can read, search and export it as it was when it was opened; changes are not kept.</span>
    </p>
  )
}
