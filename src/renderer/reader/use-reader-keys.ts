import { useEffect } from 'react'
import { stances } from '../../shared/statement.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { client } from '../api.ts'
import { navigate } from '../route.ts'
import { toastError } from '../ui/toast.tsx'
import { deleteHighlight } from './delete-marks.ts'
import { isPlaced, type Reader } from './reader-context.ts'
import type { Marking } from './use-marking.ts'
import type { Passage } from './use-passage.ts'

export interface ReaderKeys {
  reader: Reader
  passage: Passage
  marking: Marking
  speakersHere: Speaker[]
  onFind: () => void
}

/** Single letters, outside text fields and outside what floats above the reader. */
export function useReaderKeys({ reader, passage, marking, speakersHere, onFind }: ReaderKeys): void {
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event.target)) return
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault()
        onFind()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return
      const act = passage.span ? passageAct(event, marking, passage, speakersHere) : highlightAct(event, reader)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', handleKeyDown)
    return () => window.removeEventListener('keydown', handleKeyDown)
  }, [reader, passage, marking, speakersHere, onFind])
}

type Act = (() => void) | undefined

function passageAct(event: KeyboardEvent, marking: Marking, passage: Passage, speakers: Speaker[]): Act {
  if (event.shiftKey) return undefined
  switch (event.key.toLowerCase()) {
    case 'h': return marking.highlight
    case 'n': return marking.note
    case 's': return () => marking.statement()
    case 'q': return marking.copy
    case 'escape': return passage.clear
    default: {
      const speaker = /^[1-8]$/.test(event.key) ? speakers[Number(event.key) - 1] : undefined
      return speaker && (() => marking.statement(speaker.id))
    }
  }
}

function highlightAct(event: KeyboardEvent, reader: Reader): Act {
  const { chosen, choose, highlights } = reader
  const stance = event.shiftKey ? /^Digit([1-5])$/.exec(event.code) : null
  if (stance) return stanceAct(reader, Number(stance[1]) - 1)
  if (event.shiftKey) return undefined
  switch (event.key.toLowerCase()) {
    case 'j': return () => step(reader, 1)
    case 'k': return () => step(reader, -1)
    case 'e': return () => navigate({ screen: 'edit', articleId: reader.article.id })
    case 'escape': return chosen ? () => choose(null) : undefined
    case 'delete': {
      const highlight = highlights.find((one) => one.id === chosen?.highlightId)
      return highlight && (() => { void deleteHighlight(highlight).then((done) => { if (done) choose(null) }) })
    }
    default: return undefined
  }
}

/** To the next or previous highlight in the text, from the chosen one. */
function step({ article, highlights, chosen, choose }: Reader, by: 1 | -1): void {
  const placed = highlights.filter((one) => isPlaced(one, article))
  const at = placed.findIndex((one) => one.id === chosen?.highlightId)
  const next = placed[at < 0 ? (by > 0 ? 0 : placed.length - 1) : at + by]
  if (next) choose({ highlightId: next.id }, { reveal: true, focus: 'entry' })
}

function stanceAct({ highlights, chosen }: Reader, index: number): Act {
  const statements = highlights.find((one) => one.id === chosen?.highlightId)?.statements ?? []
  const statement = statements.find((one) => one.id === chosen?.statementId) ?? statements[0]
  return statement && (() => { client.call('statements.update', { id: statement.id, stance: stances[index]! }).catch(toastError) })
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'))
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
}
