import type { HTMLAttributes, KeyboardEvent, ReactNode } from 'react'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Ellipsis, EyeOff, FoldHorizontal, Quote, SlidersHorizontal, UnfoldHorizontal } from 'lucide-react'
import type { Sum } from '../../shared/compare/matrix.ts'
import { stanceNames, stances } from '../../shared/statement.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceMark } from '../marks/stance-word.tsx'
import { navigate } from '../route.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { countOf, idOf, nameOf, type Line } from './matrix-lines.ts'
import type { LineDrag } from './use-line-drag.ts'
import type { Place } from '../ui/use-grid-keys.ts'

export interface LineHeadProps {
  line: Line
  /** Which one of `count` it is, from 0. */
  at: number
  count: number
  drag: LineDrag
  current: Place
  setCurrent: (place: Place) => void
  onMove: (line: Line, to: number) => void
  onFold: (line: Line) => void
  onHide: (line: Line) => void
}

export function ColumnHead({ left, width, ...props }: LineHeadProps & { left: number; width: number }): ReactNode {
  const { line, at } = props
  return (
    <div role="columnheader" aria-colindex={at + 2} className={`mx-head ${line.kind === 'speaker' ? `sp${line.speaker.colour}` : ''}`} {...frameOf(props, true)} style={{ left, width }}>
      <HeadWords {...props} isAcross />
      <TallyLine sum={line.sum} />
    </div>
  )
}

export function RowHead(props: LineHeadProps): ReactNode {
  const { line } = props
  return (
    <div role="rowheader" aria-colindex={1} className={`mx-issue ${line.kind === 'speaker' ? `is-speaker sp${line.speaker.colour}` : ''}`} {...frameOf(props, false)}>
      <HeadWords {...props} isAcross={false} />
      <TallyLine sum={line.sum} />
    </div>
  )
}

/** A head takes the focus from the cell beside it. Enter opens what can be done with it; Alt and an arrow move it. */
function frameOf({ line, at, drag, current, setCurrent }: LineHeadProps, isAcross: boolean): HTMLAttributes<HTMLElement> & { 'data-row': number; 'data-column': number } {
  const place = isAcross ? { row: -1, column: at } : { row: at, column: -1 }
  return {
    ...drag(line, at, isAcross),
    'data-row': place.row,
    'data-column': place.column,
    tabIndex: current.row === place.row && current.column === place.column ? 0 : -1,
    onFocus: () => setCurrent(place),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      event.currentTarget.querySelector('button')!.click()
    },
  }
}

function HeadWords({ line, isAcross, ...props }: LineHeadProps & { isAcross: boolean }): ReactNode {
  const sum = line.kind === 'speaker' && line.sum.folded.length > 0 ? `with ${line.sum.folded.map(({ name }) => name).join(', ')}` : countOf(line.sum.statements, 'statement')
  return (
    <>
      <div className="mx-head-top">
        {line.kind === 'speaker' && <Swatch colour={line.speaker.colour} />}
        <b className={line.kind === 'issue' ? 'mx-proposition' : 'mx-speaker'} title={nameOf(line)} dir="auto">{nameOf(line)}</b>
        <HeadMenu line={line} isAcross={isAcross} {...props} />
      </div>
      <span className="mx-meta" title={`${countOf(line.sum.statements, 'statement')}, ${countOf(line.sum.articles, 'article')}`}>{isAcross ? sum : `${sum}, ${countOf(line.sum.articles, 'article')}`}</span>
    </>
  )
}

function HeadMenu({ line, at, count, isAcross, onMove, onFold, onHide }: Omit<LineHeadProps, 'drag'> & { isAcross: boolean }): ReactNode {
  const move = (to: number, label: string, icon: MenuItem['icon'], keys: string): MenuItem => ({ label, icon: icon!, keys, disabled: to < 0 || to >= count, onChoose: () => onMove(line, to) })
  const items: (MenuItem | null)[] = [
    isAcross ? move(at - 1, 'Move left', ArrowLeft, 'Alt ←') : move(at - 1, 'Move up', ArrowUp, 'Alt ↑'),
    isAcross ? move(at + 1, 'Move right', ArrowRight, 'Alt →') : move(at + 1, 'Move down', ArrowDown, 'Alt ↓'),
    null,
    ...(line.kind === 'speaker' && line.sum.canFold ? [line.sum.folded.length > 0
      ? { label: 'Unfold those who speak for it', icon: UnfoldHorizontal, onChoose: () => onFold(line) }
      : { label: 'Fold in those who speak for it', icon: FoldHorizontal, onChoose: () => onFold(line) }] : []),
    { label: 'Leave out of this comparison', icon: EyeOff, onChoose: () => onHide(line) },
    null,
    ...(line.kind === 'speaker' ? [{ label: 'Same words in several sources', icon: Quote, onChoose: () => navigate({ screen: 'same-words', speakerId: idOf(line) }) }] : []),
    { label: `Show ${line.kind}`, icon: SlidersHorizontal, onChoose: () => navigate({ screen: 'names', kind: `${line.kind}s`, id: idOf(line) }) },
  ]
  return <Menu align="end" trigger={<IconButton small className="mx-head-menu" icon={Ellipsis} label={`More for ${nameOf(line)}`} tabIndex={-1} />} items={items} />
}

/** Cells by their latest stance. */
function TallyLine({ sum: { tally } }: { sum: Sum }): ReactNode {
  return (
    <div className="mx-tally">
      {stances.map((stance) => tally[stance] > 0 && (
        <span key={stance} title={stanceNames[stance]}><StanceMark stance={stance} /><span className="sr">{stanceNames[stance]} </span>{tally[stance]}</span>
      ))}
      {tally.mixed > 0 && <span>{tally.mixed} mixed</span>}
    </div>
  )
}
