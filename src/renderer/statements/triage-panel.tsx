import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { ExternalLink, X } from 'lucide-react'
import type { FilteredMark } from '../../shared/compare/statement-columns.ts'
import { stanceNames, stances, wordingNames, type StatementFields } from '../../shared/statement.ts'
import { client, useOperation } from '../api.ts'
import { Caveat } from '../marks/caveat.tsx'
import { citation } from '../marks/citation.ts'
import { SpeakerPicker } from '../marks/speaker-picker.tsx'
import { StanceField, WordingField } from '../marks/stance-field.tsx'
import { addressOf } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { IconButton } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { Picker } from '../ui/picker.tsx'
import { toastError } from '../ui/toast.tsx'
import { Surroundings } from './surroundings.tsx'
import { useTableLook } from './table-look.ts'
import { confirmField, endTriage, lacking, useTriage, wish, withoutOf, type Field } from './triage.ts'
import type { Table } from './use-table.ts'

export interface TriagePanelProps {
  mark: FilteredMark
  table: Table
  /** To the row in the table. */
  onLeave: () => void
}

/** The current statement with what stands around it, and its fields: Enter in one of them goes on to the next statement. */
export function TriagePanel({ mark, table, onLeave }: TriagePanelProps): ReactNode {
  const words = useOperation('statements.list', { ids: [mark.id] }).data?.[0]
  const said = useTriage((triage) => triage.said)
  useEffect(() => {
    if (said === null || !words) return
    announce(`${said} ${words.quote}`.trim())
    useTriage.setState({ said: null })
  }, [said, words])

  return (
    <section className="triage" aria-label="Statement">
      <header className="triage-head">
        <h2>Statement</h2>
        <Left table={table} />
        {words && <a className="btn quiet" href={addressOf({ screen: 'article', articleId: mark.articleId, highlightId: words.highlightId, statementId: mark.id })}><ExternalLink className="i" size={16} strokeWidth={1.5} aria-hidden />Go to the passage</a>}
        <IconButton label="Hide statement" icon={X} onClick={() => { useTableLook.setState({ panelShown: false }); onLeave() }} />
      </header>
      <div className="triage-body" role="group" aria-label="Words and fields" tabIndex={-1}>
        <Surroundings mark={mark} colour={table.speakerById.get(mark.speakerId ?? '')?.colour ?? null} />
        <p className="triage-source"><Caveat words={words?.caveat} />{words ? citation(words) : citation({ ...mark, dateSaid: mark.isDateSaid ? mark.date : null })}</p>
        <Fields key={mark.id} mark={mark} table={table} onLeave={onLeave} />
      </div>
    </section>
  )
}

/** How many are still to be done. */
function Left({ table: { marks } }: { table: Table }): ReactNode {
  const wanted = useTriage((triage) => triage.wanted)
  if (!wanted) return null
  const left = marks.filter((mark) => lacking(mark, wanted)).length
  return <span className="m tnum triage-left" title={`Without ${withoutOf(wanted)}`}>{left} left</span>
}

type Changed = Partial<StatementFields>

function Fields({ mark, table, onLeave }: TriagePanelProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const byEnter = useRef(false)
  useWishedFocus(box, mark.id)

  /** Goes on at once: who types fast does not wait for main's answer. */
  const set = (field: Field, changed: Changed, said: string): void => {
    client.call('statements.update', { id: mark.id, ...changed }).catch((error: Error) => { toastError(error); wish(mark.id, field) })
    if (byEnter.current) goOn(field, said)
    else announce(said)
  }
  const goOn = (field: Field, said: string): void => {
    byEnter.current = false
    if (!confirmField(mark, field, table.marks, said)) onLeave()
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    byEnter.current = event.key === 'Enter'
    const target = event.target as HTMLElement
    const field = target.closest<HTMLElement>('[data-field]')?.dataset.field as Field | undefined
    const isOpen = target.getAttribute('aria-expanded') === 'true'
    if (!field || isOpen || !box.current!.contains(target)) return
    if (event.key === 'Escape') {
      endTriage()
      onLeave()
    } else if (event.key === 'Enter' && target.tagName !== 'BUTTON') goOn(field, '')
    else if (event.key === 'Enter' && target.role === 'radio') goOn(field, '')
    else if (target.tagName !== 'INPUT' && stances[Number(event.key) - 1]) {
      const stance = stances[Number(event.key) - 1]!
      set('stance', { stance }, `Stance: ${stanceNames[stance]}.`)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={box} className="triage-fields" onKeyDownCapture={handleKey} onPointerDownCapture={() => { byEnter.current = false }}>
      <div data-field="speaker">
        <span className="lab">Speaker</span>
        <SpeakerPicker
          label="Speaker" speakers={table.speakers} articleId={mark.articleId} value={mark.speakerId} placeholder="Who says this?"
          onPick={(speakerId) => set('speaker', { speakerId }, `Speaker: ${speakerId ? table.speakerById.get(speakerId)?.name ?? 'set' : 'none'}.`)}
        />
      </div>
      <div data-field="issue"><span className="lab">Issue</span><IssueField mark={mark} table={table} onSet={(issueId, said) => set('issue', { issueId }, said)} /></div>
      <div data-field="stance"><span className="lab">Stance on the issue <Keys keys="1 – 5" /></span><StanceField value={mark.stance} onChange={(stance) => set('stance', { stance }, `Stance: ${stanceNames[stance]}.`)} /></div>
      <div data-field="wording"><span className="lab">Wording</span><WordingField value={mark.wording} isGuessed={mark.wordingGuessed} onChange={(wording) => set('wording', { wording }, `Wording: ${wordingNames[wording]}.`)} /></div>
      <p className="triage-keys m" aria-hidden><span><Keys keys="↵" /> sets it, and goes on</span> <span><Keys keys="Esc" /> back to the table</span></p>
    </div>
  )
}

function IssueField({ mark, table, onSet }: { mark: FilteredMark; table: Table; onSet: (issueId: string | null, said: string) => void }): ReactNode {
  const items = table.issues.map((issue) => ({ id: issue.id, name: issue.proposition }))
  const say = (proposition: string | undefined): string => `Issue: ${proposition ?? 'none'}.`
  return (
    <Picker
      label="Issue" long items={items} value={mark.issueId} placeholder="What is in dispute?"
      onPick={(issueId) => onSet(issueId, say(table.issueById.get(issueId ?? '')?.proposition))}
      onAdd={(proposition) => { client.call('issues.create', { proposition }).then(({ id }) => onSet(id, say(proposition)), toastError) }}
    />
  )
}

/** The field asked for takes the focus, its old value chosen so that typing writes over it. */
function useWishedFocus(box: React.RefObject<HTMLDivElement | null>, id: string): void {
  const wished = useTriage((triage) => triage.wish)
  useEffect(() => {
    if (wished?.id !== id) return
    const field = box.current!.querySelector(`[data-field="${wished.field}"]`)
    const control = field?.querySelector<HTMLElement>('input[role="combobox"], [role="radio"][aria-checked="true"]') ?? field?.querySelector<HTMLElement>('[role="radio"]')
    control?.focus()
    if (control instanceof HTMLInputElement) control.select()
    control?.scrollIntoView({ block: 'nearest' })
    useTriage.setState({ wish: null })
  }, [box, id, wished])
}
