import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import './name-dialog.css'

export interface NameDialogProps {
  title: string
  action: string
  name?: string
  /** Above the field: what the name is for. */
  children?: ReactNode
  /** Rejects with the sentence to show. */
  onSave: (name: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for one name. What is refused stays, with the reason below it. */
export function NameDialog({ title, action, name = '', children, onSave, onClose }: NameDialogProps): ReactNode {
  const [typed, setTyped] = useState(name)
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()

  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() === '') setProblem('Write a name.')
    else if (typed.trim() === name) onClose()
    else onSave(typed.trim()).then(onClose, (error: Error) => setProblem(error.message))
  }

  return (
    <Dialog title={title} open onClose={onClose} width={440}>
      <form className="name-form" onSubmit={handleSubmit}>
        {children}
        <label className="lab" htmlFor={id}>Name</label>
        <div className={`field ${problem ? 'is-error' : ''}`}>
          <input id={id} value={typed} autoFocus onChange={(event) => { setTyped(event.target.value); setProblem(null) }} {...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})} />
        </div>
        {problem && <p id={`${id}-problem`} className="err" role="alert">{problem}</p>}
        <div className="name-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">{action}</Button>
        </div>
      </form>
    </Dialog>
  )
}
