/** Going through the statements that lack something, one after the other, by keyboard alone. */
import { create } from 'zustand'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { announce } from '../ui/announce.ts'
import { groupKeyOf } from './arrange-rows.ts'
import { useTableLook } from './table-look.ts'

export const lacks = ['speaker', 'issue', 'stance'] as const
export type Lack = (typeof lacks)[number]
export type Field = Lack | 'wording'

/** What can be looked for: its button, its key, and its words in a sentence. */
export const triageKinds: { wanted: readonly Lack[]; name: string; keys: string; without: string }[] = [
  { wanted: ['speaker'], name: 'speaker', keys: 'Shift S', without: 'a speaker' },
  { wanted: ['issue'], name: 'issue', keys: 'Shift I', without: 'an issue' },
  { wanted: ['stance'], name: 'stance', keys: 'Shift T', without: 'a stance' },
  { wanted: lacks, name: 'any of them', keys: 'Shift A', without: 'a speaker, issue or stance' },
]

const fieldOf = { speaker: 'speakerId', issue: 'issueId', stance: 'stance' } as const

interface Triage {
  /** What is looked for; null: Enter simply goes to the next row. */
  wanted: readonly Lack[] | null
  /** The field that takes the focus as soon as it is there. */
  wish: { id: string; field: Field } | null
  /** Set or passed over on this walk. */
  seen: ReadonlySet<string>
  /** What screen readers are told together with the next statement's words. */
  said: string | null
}

const atRest: Triage = { wanted: null, wish: null, seen: new Set(), said: null }
export const useTriage = create<Triage>(() => atRest)

export function lacking(mark: FilteredMark, wanted: readonly Lack[]): Lack | undefined {
  return wanted.find((lack) => mark[fieldOf[lack]] === null)
}

export function wish(id: string, field: Field): void {
  useTriage.setState({ wish: { id, field } })
}

export function endTriage(): void {
  useTriage.setState(atRest)
}

/** From the row after the current one to the end, then from the beginning. */
function following(marks: FilteredMark[], id: string | null): FilteredMark[] {
  const at = marks.findIndex((mark) => mark.id === id)
  return at < 0 ? marks : [...marks.slice(at + 1), ...marks.slice(0, at)]
}

/** Begins anew with the current row; asked for again on the way, with the one after it. Says so when nothing lacks it: false then. */
export function beginTriage(wanted: readonly Lack[], marks: FilteredMark[]): boolean {
  const isOnTheWay = useTriage.getState().wanted === wanted
  useTriage.setState({ ...atRest, wanted })
  const { current } = useTableLook.getState()
  const here = marks.filter((mark) => mark.id === current)
  const others = following(marks, current)
  return goToNext(isOnTheWay ? [...others, ...here] : [...here, ...others], '')
}

/** Enter in a field: the next thing that this statement lacks, or else the next statement. False: there is none. */
export function confirmField(mark: FilteredMark, field: Field, marks: FilteredMark[], said: string): boolean {
  const { wanted, seen } = useTriage.getState()
  if (!wanted) return goToRow(marks[marks.findIndex((one) => one.id === mark.id) + 1], field, said)
  const further = lacking(mark, wanted.slice(wanted.indexOf(field as Lack) + 1))
  if (further && field !== 'wording') {
    announce(said)
    wish(mark.id, further)
    return true
  }
  useTriage.setState({ seen: new Set([...seen, mark.id]) })
  return goToNext(following(marks, mark.id), said)
}

function goToNext(marks: FilteredMark[], said: string): boolean {
  const { wanted, seen } = useTriage.getState()
  const left = marks.filter((mark) => !seen.has(mark.id) && lacking(mark, wanted!))
  const next = left[0]
  if (next) return goToRow(next, lacking(next, wanted!)!, `${said} ${left.length} left.`.trim())
  announce(`${said} No more statements without ${withoutOf(wanted!)}.`.trim())
  endTriage()
  return false
}

export function withoutOf(wanted: readonly Lack[]): string {
  return triageKinds.find((kind) => kind.wanted === wanted)!.without
}

function goToRow(mark: FilteredMark | undefined, field: Field, said: string): boolean {
  if (!mark) {
    announce(`${said} That was the last statement.`.trim())
    endTriage()
    return false
  }
  useTableLook.setState(({ folded, grouping }) => {
    const group = groupKeyOf(mark, grouping)
    return { current: mark.id, column: field, panelShown: true, ...(group && folded.has(group) ? { folded: new Set([...folded].filter((key) => key !== group)) } : {}) }
  })
  useTriage.setState({ wish: { id: mark.id, field }, said })
  return true
}
