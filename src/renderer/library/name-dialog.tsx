import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

export interface NameDialogProps {
  title: string
  action: string
  name?: string
  /** Rejects with the sentence to show. */
  onSave: (name: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for one name. What is refused stays, with the reason below it. */
export function NameDialog({ title, action, name = '', onSave, onClose }: NameDialogProps): ReactNode {
  const [typed, setTyped] = useState(name)
  const [problem, setProblem] = useState<string | null>(null)

  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() === '') setProblem('Write a name.')
    else onSave(typed.trim()).then(onClose, (error: Error) => setProblem(error.message))
  }

  return (
    <Dialog title={title} open onClose={onClose} width={440}>
      <form className="name-form" onSubmit={handleSubmit}>
        <label className="lab" htmlFor="name-field">Name</label>
        <div className={`field ${problem ? 'is-error' : ''}`}>
          <input id="name-field" value={typed} autoFocus onChange={(event) => setTyped(event.target.value)} {...(problem ? { 'aria-invalid': true, 'aria-describedby': 'name-problem' } : {})} />
        </div>
        {problem && <p id="name-problem" className="err" role="alert">{problem}</p>}
        <div className="name-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">{action}</Button>
        </div>
      </form>
    </Dialog>
  )
}
