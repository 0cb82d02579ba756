import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { toLinkAddress } from './link-address.ts'

/** Asks for a link's address. Enter makes the link; Escape and leaving the field do not. */
export function LinkField({ onEnd }: { onEnd: (address: string | null) => void }): ReactNode {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const id = useId()

  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEnd(null)
    else if (event.key === 'Enter') {
      const address = toLinkAddress(typed)
      if (address) onEnd(address)
      else setWrong(true)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="link-field">
      <div className={`field ${wrong ? 'is-error' : ''}`}>
        <input
          autoFocus
          aria-label="Link address"
          placeholder="https://"
          value={typed}
          aria-invalid={wrong}
          aria-describedby={wrong ? id : undefined}
          onChange={(event) => { setTyped(event.target.value); setWrong(false) }}
          onKeyDown={handleKeyDown}
          onBlur={() => onEnd(null)}
        />
      </div>
      {wrong && <p className="err" id={id} role="alert">Write an address that starts with https://, http:// or mailto:.</p>}
    </div>
  )
}
