/** How articles look on this device: the same controls in the reader and in the settings. */
import type { ReactNode } from 'react'
import { Minus, Plus } from 'lucide-react'
import { readingLimits, type Settings } from '../shared/settings.ts'
import { useAct, useOperation } from './api.ts'
import { IconButton } from './ui/button.tsx'
import { Segmented } from './ui/segmented.tsx'
import { toastError } from './ui/toast.tsx'
import './reading-looks.css'

const themeOptions: { value: Settings['theme']; shown: string }[] = [
  { value: 'system', shown: 'System' }, { value: 'light', shown: 'Light' }, { value: 'dark', shown: 'Dark' }, { value: 'sepia', shown: 'Sepia' },
]
const fontOptions: { value: Settings['font']; shown: ReactNode; name: string }[] = [
  { value: 'serif', shown: <span className="looks-serif">Serif</span>, name: 'Serif' },
  { value: 'sans', shown: 'Sans', name: 'Sans' },
  { value: 'dyslexia', shown: <span className="looks-dyslexia">Dyslexia</span>, name: 'For dyslexia (OpenDyslexic)' },
]

export function ReadingLooks(): ReactNode {
  const settings = useOperation('settings.get', {}).data
  const update = useAct('settings.update')
  if (!settings) return null
  const set = (change: Partial<Settings>): void => update.mutate(change, { onError: toastError })
  return (
    <div className="looks">
      <span>Theme</span>
      <Segmented label="Theme" value={settings.theme} options={themeOptions} onChange={(theme) => set({ theme })} />
      <span>Font</span>
      <Segmented label="Font" value={settings.font} options={fontOptions} onChange={(font) => set({ font })} />
      <Stepper name="Text size" less="Smaller text" more="Larger text" value={settings.textSize} limits={readingLimits.textSize} keys={['Ctrl -', 'Ctrl +']} onChange={(textSize) => set({ textSize })} />
      <Stepper name="Line height" less="Tighter lines" more="Looser lines" value={settings.lineHeight} limits={readingLimits.lineHeight} onChange={(lineHeight) => set({ lineHeight })} />
      <Stepper name="Text width" less="Narrower text" more="Wider text" value={settings.measure} limits={readingLimits.measure} onChange={(measure) => set({ measure })} />
    </div>
  )
}

interface StepperProps {
  name: string
  less: string
  more: string
  value: number
  limits: { min: number; max: number; step: number }
  keys?: [less: string, more: string]
  onChange: (value: number) => void
}

function Stepper({ name, less, more, value, limits: { min, max, step }, keys, onChange }: StepperProps): ReactNode {
  const by = (change: number): void => onChange(Math.min(max, Math.max(min, Number((value + change).toFixed(2)))))
  return (
    <>
      <span>{name}</span>
      <div role="group" aria-label={name} className="looks-stepper">
        <IconButton label={less} icon={Minus} {...(keys ? { keys: keys[0] } : {})} disabled={value <= min} onClick={() => by(-step)} />
        <output className="tnum">{Number.isInteger(step) ? value : value.toFixed(1)}</output>
        <IconButton label={more} icon={Plus} {...(keys ? { keys: keys[1] } : {})} disabled={value >= max} onClick={() => by(step)} />
      </div>
    </>
  )
}
