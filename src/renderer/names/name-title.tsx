import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { client } from '../api.ts'
import { Swatch } from '../marks/speaker-name.tsx'
import { announce } from '../ui/announce.ts'
import type { Named } from './named.ts'

/** The name, changed in its place: Enter or leaving keeps it, Escape brings the old one back. */
export function NameTitle({ thing: { noun, id, name, speaker } }: { thing: Named }): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const problemId = useId()

  const handleEnd = async (): Promise<void> => {
    const next = typed?.replace(/\s+/g, ' ').trim()
    if (next === undefined || problem) return
    if (next === '' || next === name) return setTyped(null)
    try {
      await (noun === 'speaker' ? client.call('speakers.update', { id, name: next }) : client.call('issues.update', { id, proposition: next }))
      setTyped(null)
      announce('Renamed')
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.blur()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      setTyped(null)
      setProblem('')
    }
  }
  return (
    <>
      <h1 className="sr">{name}</h1>
      <div className={`names-title ${problem ? 'is-error' : ''}`}>
        {speaker && <Swatch colour={speaker.colour} />}
        <textarea
          rows={1} spellCheck={false} maxLength={500} aria-label={noun === 'speaker' ? 'Name' : 'Proposition'}
          value={typed ?? name} onChange={(event) => { setTyped(event.target.value); setProblem('') }} onBlur={() => { void handleEnd() }} onKeyDown={handleKey}
          {...(problem ? { 'aria-invalid': true, 'aria-describedby': problemId } : {})}
        />
      </div>
      {problem && <p className="err" id={problemId} role="alert">{problem}</p>}
    </>
  )
}
