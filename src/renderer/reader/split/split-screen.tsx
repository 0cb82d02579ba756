import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { sharedIssues, type SaidIn, type SharedIssue } from '../../../shared/compare/shared-issues.ts'
import { useOperation } from '../../api.ts'
import { addressOf } from '../../route.ts'
import { announce } from '../../ui/announce.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { Reader } from '../reader-context.ts'
import { ReaderScreen } from '../reader-screen.tsx'
import type { ReaderSide } from '../use-side.ts'
import { saidIn } from './said-in.ts'
import { SharedBar } from './shared-bar.tsx'
import { SplitGutter } from './split-gutter.tsx'
import { useLockedScroll } from './use-locked-scroll.ts'
import { useSplitKeys } from './use-split-keys.ts'
import './split.css'

export type SideName = 'left' | 'right'
export interface SplitScreenProps { leftId: string; rightId: string; statementId?: string }

/** Two articles next to each other, each a whole reader. What is chosen in one lights what the other has on the same issue. */
export function SplitScreen({ leftId, rightId, statementId }: SplitScreenProps): ReactNode {
  if (leftId === rightId) return <main className="reader-message"><p role="alert">These are the same article twice. <a href={addressOf({ screen: 'article', articleId: leftId })}>Read it alone</a>, or choose another to go beside it.</p></main>
  return <Split key={`${leftId} ${rightId}`} leftId={leftId} rightId={rightId} {...(statementId ? { statementId } : {})} />
}

function Split({ leftId, rightId, statementId }: SplitScreenProps): ReactNode {
  const [active, setActive] = useState<SideName>('left')
  const [readers, setReaders] = useState<Partial<Record<SideName, Reader>>>({})
  const [asked, setAsked] = useState<Partial<Record<SideName, { highlightId: string }>>>({})
  const [locked, setLocked] = useState(false)
  const [left, right] = [readers.left, readers.right]
  const [leftSaid, rightSaid] = [useSaid(left), useSaid(right)]
  const shared = useMemo(() => sharedIssues(leftSaid, rightSaid), [leftSaid, rightSaid])
  const chosen = useChosenIssue(readers, shared, active)
  const lit = useMemo(() => ({ left: litIn('left', shared, chosen?.index, active), right: litIn('right', shared, chosen?.index, active) }), [shared, chosen?.index, active])
  useLockedScroll(locked, left?.map ?? null, right?.map ?? null, active)

  // Keys come faster than the readers tell what is chosen in them.
  const reached = useRef<number | null>(null)
  useEffect(() => { reached.current = chosen?.index ?? null }, [chosen?.index])
  const goTo = (index: number): void => {
    const issue = shared[index]
    if (!issue || !left || !right) return
    reached.current = index
    left.choose({ highlightId: issue.left[0]! })
    right.choose({ highlightId: issue.right[0]! })
    setAsked({ left: { highlightId: issue.left[0]! }, right: { highlightId: issue.right[0]! } })
    announce(`Shared issue ${index + 1} of ${shared.length}: ${left.issues.find(({ id }) => id === issue.issueId)?.proposition ?? ''}`)
  }
  const show = (side: SideName, highlightId: string): void => {
    readers[side]?.choose({ highlightId })
    setAsked({ [side]: { highlightId } })
    setActive(side)
  }
  useSplitKeys({ onStep: (by) => goTo(reached.current !== null ? reached.current + by : by > 0 ? 0 : shared.length - 1), onOther: () => setActive(active === 'left' ? 'right' : 'left'), onLock: () => setLocked(!locked) })

  const handleReader = (side: SideName) => (reader: Reader): void => {
    setReaders((known) => ({ ...known, [side]: reader }))
    const other = active === side ? otherOf(side) : null
    const before = readers[side]?.chosen?.highlightId
    const now = reader.chosen?.highlightId
    if (!other || !now || now === before) return
    const issue = shared.find((one) => one[side].includes(now))
    const nearest = issue && nearestTo(readers[other], issue[other])
    if (nearest) setAsked({ [other]: { highlightId: nearest } })
  }
  const sideFor = (side: SideName): ReaderSide => ({ isActive: active === side, litIds: lit[side], shown: asked[side] ?? null, onReader: handleReader(side) })

  return (
    <main className="split" data-active={active}>
      <SharedBar left={left} right={right} shared={shared} current={chosen?.index ?? null} onGoTo={goTo} onShow={show} locked={locked} onLock={setLocked} />
      <Segmented className="split-switch" label="Article shown" value={active} onChange={setActive} options={[{ value: 'left', shown: left?.article.title ?? 'Left' }, { value: 'right', shown: right?.article.title ?? 'Right' }]} />
      <div className="split-sides">
        <Side name="left" articleId={leftId} statementId={statementId} otherId={rightId} side={sideFor('left')} onActive={setActive} />
        <SplitGutter left={left} right={right} shared={shared} current={chosen?.index ?? null} onGoTo={goTo} />
        <Side name="right" articleId={rightId} statementId={statementId} otherId={leftId} side={sideFor('right')} onActive={setActive} />
      </div>
    </main>
  )
}

interface SideProps { name: SideName; articleId: string; otherId: string; statementId: string | undefined; side: ReaderSide; onActive: (side: SideName) => void }

function Side({ name, articleId, statementId, side, onActive }: SideProps): ReactNode {
  const article = useOperation('articles.get', { id: articleId }).data
  return (
    <section className="split-side" data-side={name} aria-label={`${name === 'left' ? 'Left' : 'Right'}: ${article?.title ?? ''}`} onFocusCapture={() => onActive(name)} onPointerDownCapture={() => onActive(name)}>
      <ReaderScreen articleId={articleId} statementId={statementId} side={side} />
    </section>
  )
}

const nothing: SaidIn[] = []

/** The same as long as its highlights are: what is chosen changes nothing. */
function useSaid(reader: Reader | undefined): SaidIn[] {
  const { highlights, article } = reader ?? {}
  return useMemo(() => (highlights && article ? saidIn({ highlights, article }) : nothing), [highlights, article])
}

function otherOf(side: SideName): SideName {
  return side === 'left' ? 'right' : 'left'
}

/** The shared issue of what is chosen on the active side. */
function useChosenIssue(readers: Partial<Record<SideName, Reader>>, shared: SharedIssue[], active: SideName): { index: number } | null {
  const chosen = readers[active]?.chosen?.highlightId
  return useMemo(() => {
    const index = chosen ? shared.findIndex((one) => one[active].includes(chosen)) : -1
    return index < 0 ? null : { index }
  }, [chosen, shared, active])
}

/** On the other side all that is on the chosen issue; on the active one the choice itself is enough. */
function litIn(side: SideName, shared: SharedIssue[], index: number | undefined, active: SideName): ReadonlySet<string> {
  return new Set(side === active || index === undefined ? [] : shared[index]?.[side])
}

/** Of these the highlight that is nearest to the middle of what is in view. */
function nearestTo(reader: Reader | undefined, highlightIds: string[]): string | undefined {
  const pane = reader?.map?.root.closest('.read-pane')
  if (!reader?.map || !pane) return highlightIds[0]
  const share = (pane.scrollTop + pane.clientHeight / 2) / Math.max(1, pane.scrollHeight)
  const distance = (id: string): number => Math.abs((reader.highlights.find((one) => one.id === id)?.ranges[0]!.start ?? 0) - share * reader.article.text.length)
  return highlightIds.toSorted((a, b) => distance(a) - distance(b))[0]
}
