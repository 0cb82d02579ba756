import type { ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'

export interface SegmentedProps<T extends string> {
  /** The radio group's name. */
  label: string
  value: T | null
  /** `name` is what a screen reader says where it differs from what is shown. */
  options: { value: T; shown: ReactNode; name?: string }[]
  onChange: (value: T) => void
  className?: string
}

/** One of a few, side by side. Arrows move and choose. */
export function Segmented<T extends string>({ label, value, options, onChange, className = '' }: SegmentedProps<T>): ReactNode {
  return (
    <RadioGroup aria-label={label} className={`seg ${className}`} value={value ?? ''} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <Radio.Root key={option.value} value={option.value} {...(option.name ? { 'aria-label': option.name } : {})}>
          {option.shown}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
