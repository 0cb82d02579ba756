import { useEffect, useState, type ReactNode } from 'react'
import type { SharedIssue } from '../../../shared/compare/shared-issues.ts'
import { stanceNames } from '../../../shared/statement.ts'
import { StanceMark } from '../../marks/stance-word.tsx'
import { paneOf, rectsOf } from '../pane.ts'
import type { Reader } from '../reader-context.ts'

export interface SplitGutterProps {
  left: Reader | undefined
  right: Reader | undefined
  shared: SharedIssue[]
  current: number | null
  onGoTo: (index: number) => void
}

/** Heights in CSS pixels from the gutter's top; clipped to it where the passage is out of view. */
interface Link { index: number; from: number; to: number; inView: boolean }

/** A line for each shared issue, from the first passage on the left to the first on the right. The links are also buttons. */
export function SplitGutter({ left, right, shared, current, onGoTo }: SplitGutterProps): ReactNode {
  const [gutter, setGutter] = useState<HTMLElement | null>(null)
  const links = useLinks(gutter, left, right, shared)
  const width = gutter?.clientWidth ?? 0
  return (
    <div className="split-gutter" ref={setGutter}>
      <svg className="split-links" aria-hidden>
        {links.map(({ index, from, to, inView }) => <path key={index} className={`${index === current ? 'is-current' : ''} ${inView ? '' : 'is-away'}`} d={`M0 ${from} C ${width / 2} ${from}, ${width / 2} ${to}, ${width} ${to}`} />)}
      </svg>
      {links.map(({ index, from, to }) => (
        <button key={index} type="button" className={`split-link ${index === current ? 'is-current' : ''}`} style={{ top: (from + to) / 2 }} aria-label={`Shared issue ${index + 1}: ${left?.issues.find(({ id }) => id === shared[index]!.issueId)?.proposition ?? ''}`} aria-pressed={index === current} onClick={() => onGoTo(index)}>{index + 1}</button>
      ))}
      {current !== null && links[current] && left && right && <Stances top={(links[current].from + links[current].to) / 2} left={left} right={right} issueId={shared[current]!.issueId} />}
    </div>
  )
}

function Stances({ top, left, right, issueId }: { top: number; left: Reader; right: Reader; issueId: string }): ReactNode {
  return (
    <p className="split-stances" style={{ top: top + 16 }}>
      {[left, right].map((reader) => {
        const stance = reader.highlights.flatMap((one) => one.statements).find((one) => one.issueId === issueId)?.stance
        return <span key={reader.article.id}>{stance ? <><StanceMark stance={stance} />{stanceNames[stance]}</> : 'No stance yet'}</span>
      })}
    </p>
  )
}

function useLinks(gutter: HTMLElement | null, left: Reader | undefined, right: Reader | undefined, shared: SharedIssue[]): Link[] {
  const [links, setLinks] = useState<Link[]>([])
  useEffect(() => {
    if (!gutter || !left?.map || !right?.map) return
    const panes = [paneOf(left.map), paneOf(right.map)]
    let frame = 0
    const measure = (): void => {
      frame = 0
      const box = gutter.getBoundingClientRect()
      setLinks(shared.flatMap((issue, index) => {
        const [from, to] = [heightOf(left, issue.left[0]!, box), heightOf(right, issue.right[0]!, box)]
        if (from === null || to === null) return []
        const clip = (height: number): number => Math.min(box.height - 14, Math.max(14, height))
        return [{ index, from: clip(from), to: clip(to), inView: clip(from) === from && clip(to) === to }]
      }))
    }
    const later = (): void => { frame ||= requestAnimationFrame(measure) }
    const watch = new ResizeObserver(later)
    for (const element of [gutter, left.map.root, right.map.root]) watch.observe(element)
    for (const pane of panes) pane.addEventListener('scroll', later, { passive: true })
    later()
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
      for (const pane of panes) pane.removeEventListener('scroll', later)
    }
  }, [gutter, left, right, shared])
  return links
}

function heightOf({ map, highlights }: Reader, highlightId: string, box: DOMRect): number | null {
  const highlight = highlights.find(({ id }) => id === highlightId)
  if (!map || !highlight) return null
  const rect = rectsOf(map, highlight.ranges[0]!)[0]!
  return rect.top + rect.height / 2 - box.top
}
