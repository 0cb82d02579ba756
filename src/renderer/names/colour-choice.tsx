import type { ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { colourNames } from '../marks/colour-names.ts'
import { Swatch } from '../marks/speaker-name.tsx'

/** The eight speaker colours. Arrows move and choose. */
export function ColourChoice({ value, onChange }: { value: number; onChange: (colour: number) => void }): ReactNode {
  return (
    <RadioGroup aria-label="Colour" className="names-colours" value={String(value)} onValueChange={(next) => onChange(Number(next))}>
      {colourNames.map((name, index) => (
        <Radio.Root key={name} value={String(index + 1)} aria-label={name} title={name}><Swatch colour={index + 1} /></Radio.Root>
      ))}
      <span className="m" aria-hidden>{colourNames[value - 1]}</span>
    </RadioGroup>
  )
}
