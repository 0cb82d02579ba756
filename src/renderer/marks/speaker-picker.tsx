import { useId, useMemo, useState, type ReactNode } from 'react'
import { UserRoundPen } from 'lucide-react'
import type { Speaker } from '../../shared/speaker.ts'
import { client } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker } from '../ui/picker.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { toastError } from '../ui/toast.tsx'
import { speakerItems } from './speaker-items.tsx'
import './speaker-picker.css'

export interface SpeakerPickerProps {
  label: string
  speakers: Speaker[]
  value: string | null
  placeholder: string
  onPick: (id: string | null) => void
  /** The article that the name was read in. */
  articleId?: string
  /** Takes the focus when it appears. */
  autoFocus?: boolean
  className?: string
}

/** Finds speakers by any of their names. A name that nobody has becomes a new speaker, or another name of a known one. */
export function SpeakerPicker({ label, speakers, value, placeholder, onPick, articleId, autoFocus = false, className = '' }: SpeakerPickerProps): ReactNode {
  const items = useMemo(() => speakerItems(speakers, articleId), [speakers, articleId])
  const [alias, setAlias] = useState<string | null>(null)
  const handleAdd = (name: string): void => {
    client.call('speakers.create', { name }).then(({ id }) => onPick(id), toastError)
  }
  return (
    <>
      <Picker
        label={label} items={items} value={value} placeholder={placeholder} autoFocus={autoFocus} className={className} onPick={onPick} onAdd={handleAdd}
        {...(speakers.length > 0 ? { otherwise: { label: (typed: string) => `“${typed}” is another name of…`, icon: UserRoundPen, onChoose: setAlias } } : {})}
      />
      {alias !== null && (
        <AliasDialog
          name={alias} speakers={speakers} onClose={() => setAlias(null)} onDone={(id) => { setAlias(null); onPick(id) }}
          {...(articleId ? { articleId } : {})}
        />
      )}
    </>
  )
}

type Where = 'article' | 'everywhere'

interface AliasDialogProps {
  name: string
  speakers: Speaker[]
  articleId?: string
  onClose: () => void
  onDone: (speakerId: string) => void
}

function AliasDialog({ name, speakers, articleId, onClose, onDone }: AliasDialogProps): ReactNode {
  const items = useMemo(() => speakerItems(speakers, articleId), [speakers, articleId])
  const [speakerId, setSpeaker] = useState<string | null>(null)
  // "He" and "the ministry" mean somebody else in the next article; "Paris" does not.
  const [where, setWhere] = useState<Where>(articleId && name === name.toLocaleLowerCase() ? 'article' : 'everywhere')
  const [problem, setProblem] = useState('')
  const formId = useId()
  const problemId = useId()

  const handleSave = (): void => {
    if (!speakerId) return setProblem('Choose the speaker who is called that.')
    client.call('speakers.addAlias', { id: speakerId, name, articleId: where === 'article' ? articleId! : null }).then(() => onDone(speakerId), (error: Error) => setProblem(error.message))
  }
  return (
    <Dialog
      title={`“${name}” is another name of…`} open onClose={onClose} width={440}
      footer={<><Button onClick={onClose}>Cancel</Button><Button variant="primary" type="submit" form={formId}>Add name</Button></>}
    >
      <form id={formId} className="alias-form" onSubmit={(event) => { event.preventDefault(); handleSave() }}>
        <Picker autoFocus label="Known as" items={items} value={speakerId} placeholder="Which speaker?" onPick={(id) => { setSpeaker(id); setProblem('') }} />
        {problem && <p className="err" id={problemId} role="alert">{problem}</p>}
        {articleId && (
          <Segmented<Where>
            label="Where it means that speaker" className="full" value={where} onChange={setWhere}
            options={[{ value: 'article', shown: 'In this article only' }, { value: 'everywhere', shown: 'Everywhere' }]}
          />
        )}
      </form>
    </Dialog>
  )
}
