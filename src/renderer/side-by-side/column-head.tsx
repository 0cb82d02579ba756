import type { ReactNode } from 'react'
import { ArrowLeft, ArrowRight, BookOpen, Ellipsis, X } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { SourceName } from '../marks/guess-mark.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import type { ComparedStatement } from './compared-statement.ts'

export interface ColumnHeadProps {
  compared: ComparedStatement
  isFirst: boolean
  isLast: boolean
  onBaseline: () => void
  onMove: (by: number) => void
  onOpen: () => void
  onRemove: () => void
}

export function ColumnHead({ compared: { letter, speaker, statement, difference }, isFirst, isLast, onBaseline, onMove, onOpen, onRemove }: ColumnHeadProps): ReactNode {
  const isBaseline = difference === null
  return (
    <th scope="col" className={`sp${speaker?.colour ?? 0}`} data-column={statement.id}>
      <div className="sbs-head">
        <Swatch colour={speaker?.colour ?? null} />
        <span className="sbs-letter">{letter}</span>
        <span className="sbs-speaker" title={speaker?.name} dir="auto">{speaker?.name ?? 'No speaker yet'}</span>
        <button type="button" className="sbs-baseline" aria-pressed={isBaseline} aria-label={`Baseline ${letter}`} onClick={onBaseline}>Baseline</button>
        <Menu
          align="end"
          trigger={<IconButton small label={`More for ${letter}`} icon={Ellipsis} />}
          items={[
            { label: 'Move left', icon: ArrowLeft, keys: 'Ctrl Shift ←', disabled: isFirst, onChoose: () => onMove(-1) },
            { label: 'Move right', icon: ArrowRight, keys: 'Ctrl Shift →', disabled: isLast, onChoose: () => onMove(1) },
            { label: 'Open in the article', icon: BookOpen, onChoose: onOpen },
            null,
            { label: 'Remove', icon: X, onChoose: onRemove },
          ]}
        />
      </div>
      <div className="sbs-source" dir="auto"><SourceName of={statement} /></div>
    </th>
  )
}
