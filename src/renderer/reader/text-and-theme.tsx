import type { ReactNode } from 'react'
import { Popover } from '@base-ui/react/popover'
import { ALargeSmall, Minus, Plus } from 'lucide-react'
import type { Settings } from '../../shared/settings.ts'
import { useAct, useOperation } from '../api.ts'
import { IconButton } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { toastError } from '../ui/toast.tsx'

const themeOptions: { value: Settings['theme']; shown: string }[] = [
  { value: 'system', shown: 'System' }, { value: 'light', shown: 'Light' }, { value: 'dark', shown: 'Dark' }, { value: 'sepia', shown: 'Sepia' },
]
/** Text sizes in CSS pixels, as the settings allow. */
const SMALLEST = 14
const LARGEST = 26

/** How the article looks, changed while looking at it. */
export function TextAndTheme(): ReactNode {
  const settings = useOperation('settings.get', {}).data
  const update = useAct('settings.update')
  const size = settings?.textSize ?? 19
  const set = (change: Partial<Settings>): void => update.mutate(change, { onError: toastError })

  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton label="Text and theme" icon={ALargeSmall} />} />
      <Popover.Portal>
        <Popover.Positioner className="layer-menu" sideOffset={4} align="end">
          <Popover.Popup className="pop text-and-theme" aria-label="Text and theme">
            <Segmented label="Theme" value={settings?.theme ?? null} options={themeOptions} onChange={(theme) => set({ theme })} className="full" />
            <div className="text-size">
              <span>Text size</span>
              <IconButton label="Smaller text" icon={Minus} disabled={size <= SMALLEST} onClick={() => set({ textSize: size - 1 })} />
              <output className="tnum">{size}</output>
              <IconButton label="Larger text" icon={Plus} disabled={size >= LARGEST} onClick={() => set({ textSize: size + 1 })} />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
