import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { X } from 'lucide-react'
import type { HistoryStep } from '../../shared/history.ts'
import { client, useOperation } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { IconButton } from '../ui/button.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { whatIsKept } from '../ui/what-is-kept.ts'
import { stepsByDay } from './steps-by-day.ts'
import './history-panel.css'

/** Every step of the work, newest first. One of this window's own can be gone back to, or forth again. */
export function HistoryPanel({ onClose }: { onClose: () => void }): ReactNode {
  const { data } = useOperation('history.list', {}, { keepPrevious: true, fresh: true })
  const [going, setGoing] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const present = data?.find((step) => step.by === 'this-window' && !step.undone)

  const shown = data !== undefined
  useEffect(() => {
    if (!shown) return
    const step = list.current?.querySelector<HTMLElement>('button:not([aria-disabled])')
    // Where nothing can be gone back to, Escape must reach the panel all the same.
    const to = step ?? panel.current
    to?.focus()
  }, [shown])

  const handleGo = async (step: HistoryStep | null): Promise<void> => {
    setGoing(true)
    try {
      const { steps } = await client.call('history.goTo', { step: step?.id ?? null })
      const words = steps === 0 ? 'You are there already.' : `${step?.undone ? 'Done again' : 'Undone'}: ${steps === 1 ? '1 step' : `${steps} steps`}.`
      announce(words)
      toast({ text: words })
    } catch (error) {
      toastError(error as Error)
    } finally {
      setGoing(false)
    }
  }
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return onClose()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const buttons = [...list.current?.querySelectorAll<HTMLElement>('.history-step') ?? []]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)]?.focus()
  }

  return (
    <aside className="history" ref={panel} tabIndex={-1} aria-label="History" onKeyDown={handleKey}>
      <header className="history-head">
        <h2>History</h2>
        <IconButton small label="Close history" icon={X} onClick={onClose} />
      </header>
      <div className="history-list" ref={list} aria-busy={going}>
        {data?.length === 0 && <p className="m history-empty">Nothing done yet. Every step of your work will stand here, and can be taken back.</p>}
        {stepsByDay(data ?? []).map(({ day, steps }) => (
          <section key={day} aria-label={day}>
            <h3>{day}</h3>
            <ol>
              {steps.map((step) => <li key={step.id}><Step step={step} present={step === present} onGo={() => { void handleGo(step) }} /></li>)}
            </ol>
          </section>
        ))}
        {data && data.some((step) => step.by === 'this-window') && (
          <button type="button" className="history-step history-start" aria-current={present ? undefined : 'step'} onClick={() => { void handleGo(null) }}>
            <span className="history-label">Before all of these</span>
          </button>
        )}
        {data && data.length > 0 && <p className="m history-kept">{whatIsKept}</p>}
      </div>
    </aside>
  )
}

const elsewhere: Record<HistoryStep['by'], string> = { 'this-window': '', 'another-window': 'In another window', 'command-line': 'On the command line' }

function Step({ step, present, onGo }: { step: HistoryStep; present: boolean; onGo: () => void }): ReactNode {
  const own = step.by === 'this-window'
  return (
    <button
      type="button"
      className="history-step"
      data-undone={step.undone}
      aria-disabled={own ? undefined : true}
      aria-current={present ? 'step' : undefined}
      title={own ? undefined : 'Only the window that did this can take it back.'}
      onClick={() => { if (own && !present) onGo() }}
    >
      <span className="history-label">{step.label}</span>
      <time dateTime={step.madeAt}>{new Date(step.madeAt).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}</time>
      {step.subject && <span className="history-subject" dir="auto">{step.subject}</span>}
      {(step.undone || !own || present) && <span className="history-state">{[present && 'You are here', elsewhere[step.by], step.undone && 'Undone'].filter(Boolean).join(', ')}</span>}
    </button>
  )
}
