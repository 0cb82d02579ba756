import { useEffect } from 'react'
import { stanceNames, stances } from '../../shared/statement.ts'
import type { Speaker } from '../../shared/speaker.ts'
import { client } from '../api.ts'
import { openBeside } from '../commands.ts'
import { navigate } from '../route.ts'
import { announce } from '../ui/announce.ts'
import { toastError } from '../ui/toast.tsx'
import { deleteHighlight } from './delete-marks.ts'
import { firstWords, highlightName } from './highlight-name.ts'
import { isPlaced, type Reader } from './reader-context.ts'
import { stepOffset } from './text-steps.ts'
import type { Marking } from './use-marking.ts'
import type { Passage } from './use-passage.ts'

export interface ReaderKeys {
  reader: Reader
  passage: Passage
  marking: Marking
  speakersHere: Speaker[]
  /** Puts the caret into the text, at an offset. */
  putCaret: (offset: number) => void
  onInspect: () => void
  onFind: () => void
  /** Of two articles in a window one hears the keys. */
  isActive: boolean
}

/** Single letters and the keys of a highlight, outside text fields and outside what floats above the reader. */
export function useReaderKeys({ reader, passage, marking, speakersHere, putCaret, onInspect, onFind, isActive }: ReaderKeys): void {
  useEffect(() => {
    if (!isActive) return
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event.target)) return
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault()
        onFind()
        return
      }
      if (isTextField(event.target)) return
      const withoutModifier = !event.ctrlKey && !event.metaKey && !event.altKey
      const act = endAct(event, reader) ?? (withoutModifier ? partAct(event, reader, marking) ?? inspectAct(event, reader, onInspect)
        ?? (passage.span ? passageAct(event, marking, passage, speakersHere) : highlightAct(event, reader)) : undefined)
      if (!act) return
      event.preventDefault()
      act()
    }
    // Before the fields of the inspector hear it: a list that is open takes Escape for itself.
    const handleEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !(event.target instanceof Element) || !reader.map) return
      if (!event.target.closest('.inspector, .margin') || document.querySelector('[role=listbox], [role=menu], [popover]:popover-open, [role=dialog]:not([aria-modal=false])')) return
      event.preventDefault()
      event.stopPropagation()
      const highlight = reader.highlights.find((one) => one.id === reader.chosen?.highlightId)
      if (highlight && isPlaced(highlight, reader.article)) {
        putCaret(highlight.ranges[0]!.start)
        announce(`Back in the text, at: ${firstWords(highlight.quote)}`)
      } else reader.map.root.focus({ preventScroll: true })
    }
    window.addEventListener('keydown', handleKeyDown)
    window.addEventListener('keydown', handleEscape, true)
    return () => {
      window.removeEventListener('keydown', handleKeyDown)
      window.removeEventListener('keydown', handleEscape, true)
    }
  }, [reader, passage, marking, speakersHere, putCaret, onInspect, onFind, isActive])
}

type Act = (() => void) | undefined

/** Alt and Shift: the arrows move the end of the passage, comma and full stop its start; by word, with Ctrl by character. */
function endAct(event: KeyboardEvent, { ranges, article, map }: Reader): Act {
  if (!event.altKey || !event.shiftKey || !ranges || !map) return undefined
  const rightToLeft = getComputedStyle(map.root).direction === 'rtl'
  const move = { ArrowLeft: ['end', rightToLeft ? 1 : -1], ArrowRight: ['end', rightToLeft ? -1 : 1], Comma: ['start', -1], Period: ['start', 1] } as const
  const [end, by] = move[event.code as keyof typeof move] ?? []
  if (!end) return undefined
  const index = end === 'start' ? 0 : ranges.spans.length - 1
  const offset = ranges.spans[index]![end]
  return () => ranges.moveEnd(index, end, stepOffset(article.text, offset, event.ctrlKey || event.metaKey ? 'character' : 'word', by))
}

/** Shift H adds what is selected to the chosen highlight, Shift Delete takes its last part out. */
function partAct(event: KeyboardEvent, { ranges }: Reader, marking: Marking): Act {
  if (!event.shiftKey) return undefined
  if (event.key.toLowerCase() === 'h') return marking.add ?? (() => announce('Choose a highlight, then select what belongs to it.'))
  if (event.key !== 'Delete' || !ranges) return undefined
  if (ranges.spans.length > 1) return () => ranges.remove(ranges.spans.length - 1)
  return () => announce('This is the only part. Delete takes the whole highlight away.')
}

/** Enter leads to the fields of the chosen highlight; on another button it is that button's. */
function inspectAct(event: KeyboardEvent, { chosen, choose, highlights }: Reader, onInspect: () => void): Act {
  if (event.key !== 'Enter' || event.shiftKey || !highlights.some((one) => one.id === chosen?.highlightId)) return undefined
  const target = event.target as Element
  if (target.closest('.inspector') || (target.matches('a, button, [role=radio]') && target.getAttribute('aria-current') !== 'true')) return undefined
  return () => {
    onInspect()
    choose(chosen, { focus: 'inspector' })
  }
}

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
    case 'b': return () => openBeside(reader.article.id)
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
function step({ article, highlights, speakers, chosen, choose }: Reader, by: 1 | -1): void {
  const placed = highlights.filter((one) => isPlaced(one, article))
  const at = placed.findIndex((one) => one.id === chosen?.highlightId)
  const to = at < 0 ? (by > 0 ? 0 : placed.length - 1) : at + by
  const next = placed[to]
  if (!next) return announce(placed.length === 0 ? 'Nothing is marked here yet.' : by > 0 ? 'This is the last highlight.' : 'This is the first highlight.')
  choose({ highlightId: next.id }, { reveal: true, focus: 'entry' })
  announce(`${to + 1} of ${placed.length}. ${highlightName(next, speakers)}`)
}

function stanceAct({ highlights, chosen }: Reader, index: number): Act {
  const statements = highlights.find((one) => one.id === chosen?.highlightId)?.statements ?? []
  const statement = statements.find((one) => one.id === chosen?.statementId) ?? statements[0]
  const stance = stances[index]!
  return statement && (() => {
    client.call('statements.update', { id: statement.id, stance }).then(() => announce(`Stance: ${stanceNames[stance]}.`), toastError)
  })
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'))
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
}
