import { useState, type ReactNode } from 'react'
import * as v from 'valibot'
import type { MarkedArticle } from '../../shared/compare/statement-columns.ts'
import type { ComparisonFilter } from '../../shared/comparison.ts'
import { stanceNames, stances, wordingNames, wordings, type Stance, type Wording } from '../../shared/statement.ts'
import { PartialDate } from '../../shared/values.ts'
import { useOperation } from '../api.ts'
import { longDate, shortDate } from '../marks/citation.ts'
import { StanceMark } from '../marks/stance-word.tsx'
import { CheckList } from '../ui/check-list.tsx'
import { Picker } from '../ui/picker.tsx'
import { Popover } from '../ui/popover.tsx'
import { ChoiceButton } from './choice-button.tsx'
import type { ComparisonView } from './use-comparison.ts'

interface FilterProps {
  view: ComparisonView
  onChange: (changed: Partial<ComparisonFilter>) => void
}

/** The filters: articles, dates, stances and wording. */
export function ChooseStatements({ view }: { view: ComparisonView }): ReactNode {
  const onChange = (changed: Partial<ComparisonFilter>): void => view.change({ filter: { ...view.choice.filter, ...changed } })
  return (
    <>
      <ChooseArticles view={view} onChange={onChange} />
      <ChooseDates view={view} onChange={onChange} />
      <ChooseStances view={view} onChange={onChange} />
    </>
  )
}

function ChooseArticles({ view: { articles, choice: { filter } }, onChange }: FilterProps): ReactNode {
  const tags = useOperation('tags.list', {}).data ?? []
  const collections = useOperation('collections.list', {}).data ?? []
  const { articleIds, collectionId, tagId } = filter
  const names = [collections.find(({ id }) => id === collectionId)?.name, tagId && `#${tags.find(({ id }) => id === tagId)?.name ?? ''}`, articleIds && `${articleIds.length} of ${articles.length}`].filter(Boolean)
  return (
    <Popover title="Articles in this comparison" width={420} trigger={<ChoiceButton name="Articles" value={names.join(', ') || 'All'} isChosen={names.length > 0} />}>
      {collections.length > 0 && <Picker label="Collection" items={collections} value={collectionId} placeholder="Any collection" onPick={(next) => onChange({ collectionId: next })} />}
      {tags.length > 0 && <Picker label="Tag" items={tags} value={tagId} placeholder="Any tag" onPick={(next) => onChange({ tagId: next })} />}
      <ArticleChoices articles={articles} articleIds={articleIds} onChange={onChange} />
    </Popover>
  )
}

/** Of its own, so that thousands are listed only while the list is open. */
function ArticleChoices({ articles, articleIds, onChange }: { articles: MarkedArticle[]; articleIds: string[] | null; onChange: FilterProps['onChange'] }): ReactNode {
  return (
    <CheckList
      label="Articles" all="All" chosen={new Set(articleIds ?? articles.map(({ id }) => id))}
      items={articles.map(({ id, title, publisher, published }) => ({ id, name: title, detail: [publisher, longDate(published)].filter(Boolean).join(', ') }))}
      onChange={(next) => onChange({ articleIds: next.size === articles.length ? null : [...next] })}
    />
  )
}

function ChooseDates({ view: { choice: { filter: { from, to } } }, onChange }: FilterProps): ReactNode {
  const value = from && to ? `${shortDate(from)} to ${shortDate(to)}` : from ? `from ${shortDate(from)}` : to ? `to ${shortDate(to)}` : 'Any'
  return (
    <Popover title="Dates in this comparison" width={300} trigger={<ChoiceButton name="Dates" value={value} isChosen={value !== 'Any'} />}>
      <p className="popover-head">When a thing was said or, unknown that, printed</p>
      <DateField key={`from ${from}`} label="From" value={from} onChange={(date) => onChange({ from: date })} />
      <DateField key={`to ${to}`} label="To" value={to} onChange={(date) => onChange({ to: date })} />
    </Popover>
  )
}

function DateField({ label, value, onChange }: { label: string; value: string; onChange: (date: string) => void }): ReactNode {
  const [typed, setTyped] = useState(value)
  const isWrong = typed !== '' && !v.is(PartialDate, typed)
  const save = (): void => { if (!isWrong && typed !== value) onChange(typed) }
  return (
    <label className="choice-date">
      <span>{label}</span>
      <span className={`field ${isWrong ? 'is-error' : ''}`}><input value={typed} placeholder="2017, 2017-04 or 2017-04-26" spellCheck={false} aria-invalid={isWrong} onChange={(event) => setTyped(event.target.value.trim())} onBlur={save} onKeyDown={(event) => { if (event.key === 'Enter') save() }} /></span>
      {isWrong && <span className="err">Write a date as 2017, 2017-04 or 2017-04-26</span>}
    </label>
  )
}

function ChooseStances({ view: { choice: { filter } }, onChange }: FilterProps): ReactNode {
  const names = [filter.stances?.map((stance) => stanceNames[stance]).join(', '), filter.wording && wordingNames[filter.wording]].filter(Boolean)
  return (
    <Popover title="Stances and wording in this comparison" width={280} trigger={<ChoiceButton name="Stance" value={names.join(', ') || 'Any'} isChosen={names.length > 0} />}>
      <CheckList
        label="Stances" all="Any" chosen={new Set(filter.stances ?? stances)}
        items={stances.map((stance) => ({ id: stance, name: stanceNames[stance], mark: <StanceMark stance={stance} /> }))}
        onChange={(next) => onChange({ stances: next.size === stances.length ? null : stances.filter((stance): stance is Stance => next.has(stance)) })}
      />
      <Picker
        label="Wording" placeholder="Any wording" value={filter.wording} items={wordings.map((wording) => ({ id: wording, name: wordingNames[wording] }))}
        onPick={(wording) => onChange({ wording: wording as Wording | null })}
      />
    </Popover>
  )
}
