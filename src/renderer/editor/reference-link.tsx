import type { MouseEvent, ReactNode } from 'react'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import type { LinkSubject } from '../../shared/note.ts'
import { useOperation } from '../api.ts'
import { addressOf } from '../route.ts'
import { linkName, openTarget, routeOf, typeNames } from './link-target.ts'
import { useOpenOnEnter } from './use-open-on-enter.ts'

/** Shows the target's present name. Enter opens it while the caret stands on it; so does a click. */
export function ReferenceLink({ nodeKey, subject, text }: { nodeKey: string; subject: LinkSubject; text: string }): ReactNode {
  const [selected] = useLexicalNodeSelection(nodeKey)
  const { data: target } = useOperation('notes.resolve', subject)

  useOpenOnEnter(selected, target)

  if (target === null) {
    return (
      <span className={`rich-ref-gone ${selected ? 'is-selected' : ''}`} title="Not in the library any more">
        <s>{text}</s><span className="sr"> (not in the library any more)</span>
      </span>
    )
  }
  const handleClick = (event: MouseEvent): void => {
    event.preventDefault()
    if (target) openTarget(target)
  }
  return (
    <a
      className={`rich-ref ${selected ? 'is-selected' : ''}`}
      href={addressOf(routeOf(subject.type, subject.id, target?.article?.id ?? null))}
      title={typeNames[subject.type]}
      draggable={false}
      onClick={handleClick}
    >
      {target ? linkName(target) : text}
    </a>
  )
}
