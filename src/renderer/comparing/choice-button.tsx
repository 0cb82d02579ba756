import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { ChevronDown } from 'lucide-react'

/** What is chosen, and the way to choose otherwise: "Speakers 6 of 8". */
export function ChoiceButton({ name, value, isChosen, ...native }: { name: string; value: string; isChosen: boolean } & ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return (
    <button type="button" {...native} className={`choice-button ${isChosen ? 'is-chosen' : ''}`}>
      {name} <b>{value}</b><ChevronDown size={14} strokeWidth={1.5} aria-hidden />
    </button>
  )
}
