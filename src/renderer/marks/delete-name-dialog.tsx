import { useId, useState, type ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker, type PickerItem } from '../ui/picker.tsx'
import { useOperation } from '../api.ts'
import { countOf, deleteName, type NameNoun } from './name-acts.ts'
import { speakerItems } from './speaker-items.tsx'
import './delete-name-dialog.css'

export interface DeleteNameDialogProps {
  noun: NameNoun
  id: string
  name: string
  /** How many statements it has. */
  statements: number
  onClose: () => void
  onDeleted?: () => void
}

/** Asks where the statements go. Nothing else is lost that undo does not bring back. */
export function DeleteNameDialog({ noun, id, name, statements, onClose, onDeleted }: DeleteNameDialogProps): ReactNode {
  const others = useOtherNames(noun, id)
  const [choice, setChoice] = useState<'stay' | 'move'>('stay')
  const [moveToId, setMoveTo] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const formId = useId()
  const problemId = useId()
  const its = countOf(statements, 'statement')

  const handleDelete = (): void => {
    const moveTo = choice === 'move' ? others.find((one) => one.id === moveToId) : null
    if (moveTo === undefined) return setProblem(`Choose the ${noun} that gets them.`)
    deleteName(noun, { id, statements }, moveTo).then(() => { onClose(); onDeleted?.() }, (error: Error) => setProblem(error.message))
  }
  return (
    <Dialog
      title={`Delete ${noun}`} open onClose={onClose} width={480}
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="danger" type="submit" form={formId}>Delete {noun}</Button></>}
    >
      <form id={formId} className="delete-name" onSubmit={(event) => { event.preventDefault(); handleDelete() }}>
        <p className="delete-name-name">{name}</p>
        <RadioGroup aria-label="Where its statements go" className="delete-name-choice" value={choice} onValueChange={(next) => { setChoice(next as 'stay' | 'move'); setProblem('') }}>
          <label><Radio.Root value="stay" className={`radio ${choice === 'stay' ? 'on' : ''}`} /> {statements === 1 ? 'Its statement stays' : `Its ${its} stay`}, without {noun === 'speaker' ? 'a speaker' : 'an issue'}</label>
          <label><Radio.Root value="move" disabled={others.length === 0} className={`radio ${choice === 'move' ? 'on' : ''}`} /> {statements === 1 ? 'Its statement goes' : `Its ${its} go`} to another {noun}</label>
        </RadioGroup>
        {choice === 'move' && (
          <Picker autoFocus label={`New ${noun}`} long={noun === 'issue'} items={others} value={moveToId} placeholder={`Which ${noun}?`} onPick={(next) => { setMoveTo(next); setProblem('') }} />
        )}
        {problem && <p className="err" id={problemId} role="alert">{problem}</p>}
      </form>
    </Dialog>
  )
}

/** All of a kind but one, as pickers offer them. */
export function useOtherNames(noun: NameNoun, id: string): PickerItem[] {
  const speakers = useOperation('speakers.list', {}).data ?? []
  const issues = useOperation('issues.list', {}).data ?? []
  const items = noun === 'speaker' ? speakerItems(speakers) : issues.map((issue) => ({ id: issue.id, name: issue.proposition }))
  return items.filter((item) => item.id !== id)
}
