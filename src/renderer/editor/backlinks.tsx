import { useId, type ReactNode } from 'react'
import type { Backlink, LinkSubject } from '../../shared/note.ts'
import { useOperation } from '../api.ts'
import { addressOf } from '../route.ts'
import { linkName, routeOf, typeNames } from './link-target.ts'

/** The notes that link to a thing. Nothing where there are none. */
export function Backlinks({ subject }: { subject: LinkSubject }): ReactNode {
  const id = useId()
  const { data } = useOperation('notes.backlinks', subject)
  if (!data || data.length === 0) return null
  return (
    <section className="backlinks" aria-labelledby={id}>
      <h3 id={id} className="lab">Linked from</h3>
      <ul>
        {data.map((one) => <li key={`${one.subject.type} ${one.subject.id}`}><BacklinkRow backlink={one} /></li>)}
      </ul>
    </section>
  )
}

function BacklinkRow({ backlink: { subject, title, articleId, text } }: { backlink: Backlink }): ReactNode {
  if (subject.type === 'comparison') return null
  return (
    <a className="backlink" href={addressOf(routeOf(subject.type, subject.id, articleId))}>
      <span className="backlink-on">Note on {subject.type === 'highlight' ? 'a highlight in ' : ''}<b dir="auto">{linkName({ type: subject.type === 'highlight' ? 'article' : subject.type, name: title })}</b></span>
      <span className="backlink-text" dir="auto">{text || typeNames[subject.type]}</span>
    </a>
  )
}
