import { useState, type ReactNode } from 'react'
import { TriangleAlert } from 'lucide-react'
import { useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { DamageDialog } from './damage-dialog.tsx'
import './damage.css'

/** Over every screen while something is damaged. It takes nothing from what is there: all else goes on. */
export function DamageBar(): ReactNode {
  const { data: damaged = [] } = useOperation('damage.list', {})
  const [shown, setShown] = useState(false)
  return (
    <>
      {damaged.length > 0 && (
        <div className="library-bar damage-bar">
          <TriangleAlert size={16} strokeWidth={1.5} aria-hidden />
          <p role="status">{damaged.length === 1 ? `1 thing is damaged: ${damaged[0]!.name}` : `${damaged.length} things are damaged`}</p>
          <Button onClick={() => setShown(true)}>Look at it</Button>
        </div>
      )}
      {shown && <DamageDialog onClose={() => setShown(false)} />}
    </>
  )
}
