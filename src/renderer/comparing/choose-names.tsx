import type { ReactNode } from 'react'
import type { CheckItem } from '../ui/check-list.tsx'
import { CheckList } from '../ui/check-list.tsx'
import { Popover } from '../ui/popover.tsx'
import { Swatch } from '../marks/speaker-name.tsx'
import { ChoiceButton } from './choice-button.tsx'
import type { ComparisonView } from './use-comparison.ts'

/** Which speakers are in it: "Speakers 6 of 8". */
export function ChooseSpeakers({ view }: { view: ComparisonView }): ReactNode {
  const { speakers, matrix, choice, change } = view
  const items = inOrder(speakers, choice.speakerIds).map(({ id, name, colour, statements }): CheckItem => ({ id, name, mark: <Swatch colour={colour} />, detail: statements === 0 ? 'No statement yet' : '' }))
  const shown = choice.speakerIds ?? matrix.speakers.map(({ speaker }) => speaker.id)
  return <ChooseNames title="Speakers" items={items} shown={shown} isAll={choice.speakerIds === null} onChange={(speakerIds) => change({ speakerIds })} />
}

export function ChooseIssues({ view }: { view: ComparisonView }): ReactNode {
  const { issues, matrix, choice, change } = view
  const items = inOrder(issues, choice.issueIds).map(({ id, proposition, statements }): CheckItem => ({ id, name: proposition, detail: statements === 0 ? 'No statement yet' : '' }))
  const shown = choice.issueIds ?? matrix.issues.map(({ issue }) => issue.id)
  return <ChooseNames title="Issues" items={items} shown={shown} isAll={choice.issueIds === null} onChange={(issueIds) => change({ issueIds })} />
}

interface ChooseNamesProps {
  title: string
  items: CheckItem[]
  /** In the order of the matrix. */
  shown: string[]
  /** Nothing was chosen by hand: new ones come in by themselves. */
  isAll: boolean
  /** Null: all that have statements. */
  onChange: (ids: string[] | null) => void
}

function ChooseNames({ title, items, shown, isAll, onChange }: ChooseNamesProps): ReactNode {
  const known = shown.filter((id) => items.some((item) => item.id === id))
  return (
    <Popover title={`${title} in this comparison`} width={380} trigger={<ChoiceButton name={title} value={isAll ? `All ${known.length}` : `${known.length} of ${items.length}`} isChosen={!isAll} />}>
      <CheckList
        label={title} all="All" items={items} chosen={new Set(known)}
        onChange={(chosen) => onChange([...known.filter((id) => chosen.has(id)), ...items.filter(({ id }) => chosen.has(id) && !known.includes(id)).map(({ id }) => id)])}
      />
      {!isAll && <button type="button" className="btn quiet" onClick={() => onChange(null)}>All with statements, also new ones</button>}
    </Popover>
  )
}

/** Those of the choice first, as they stand in it. */
function inOrder<T extends { id: string; position: number }>(things: T[], ids: string[] | null): T[] {
  const place = new Map(ids?.map((id, at) => [id, at]))
  return things.toSorted((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || a.position - b.position)
}
