import { useId, useState, type ReactNode } from 'react'
import * as v from 'valibot'
import { PartialDate } from '../../shared/values.ts'

/** A year, a month or a day; empty for not known. */
export function DateSaid({ value, onChange }: { value: string | null; onChange: (date: string | null) => void }): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const wrong = typed !== null && typed.trim() !== '' && !v.is(PartialDate, typed.trim())
  const [told, setTold] = useState(false)

  const handleEnd = (): void => {
    if (typed === null) return
    setTold(wrong)
    if (wrong) return
    const date = typed.trim() || null
    setTyped(null)
    if (date !== value) onChange(date)
  }

  return (
    <>
      <div className={`field ${told && wrong ? 'is-error' : ''}`}>
        <input
          aria-label="Date said"
          placeholder="Such as 2017-04-26"
          className="tnum"
          value={typed ?? value ?? ''}
          aria-invalid={told && wrong}
          aria-describedby={told && wrong ? id : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={handleEnd}
          onKeyDown={(event) => { if (event.key === 'Enter') handleEnd() }}
        />
      </div>
      {told && wrong && <p className="err" id={id} role="alert">This is not a date. Write it as 2017, 2017-04 or 2017-04-26.</p>}
    </>
  )
}
