import type { ReactNode } from 'react'
import { Popover } from '@base-ui/react/popover'
import { ALargeSmall } from 'lucide-react'
import { ReadingLooks } from '../reading-looks.tsx'
import { IconButton } from '../ui/button.tsx'

/** How the article looks, changed while looking at it. */
export function TextAndTheme(): ReactNode {
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton label="Text and theme" icon={ALargeSmall} />} />
      <Popover.Portal>
        <Popover.Positioner className="layer-menu" sideOffset={4} align="end">
          <Popover.Popup className="pop text-and-theme" aria-label="Text and theme"><ReadingLooks /></Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
