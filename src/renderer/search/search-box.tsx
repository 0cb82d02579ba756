import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent as ReactKeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Search } from 'lucide-react'
import type { SearchHit } from '../../shared/search.ts'
import { useOperation } from '../api.ts'
import { Keys } from '../ui/keys.tsx'
import { groupHits, openHit, optionId, SearchResults } from './search-results.tsx'
import './search-box.css'

/** Searches while one types. Ctrl K and "/" lead here from anywhere. */
export function SearchBox(): ReactNode {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(false)
  const [place, setPlace] = useState(0)
  const wanted = words.trim()
  const { data, error, isPlaceholderData } = useOperation('search.find', { words: wanted, limit: 200 }, { enabled: wanted !== '', keepPrevious: true })
  useFocusKeys(field)

  const groups = groupHits(wanted ? data ?? [] : [])
  const hits = groups.flatMap((group) => group.hits)
  const active = hits[Math.min(place, hits.length - 1)] ?? null
  const open = shown && wanted !== '' && (data !== undefined || error !== null)

  useEffect(() => {
    if (open && active) document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' })
  }, [open, active, listId])

  const close = (): void => {
    setShown(false)
    setPlace(0)
  }
  const handleOpen = (hit: SearchHit): void => {
    openHit(hit)
    setWords('')
    close()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  const handleKey = (event: ReactKeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (open) close()
      else if (words) setWords('')
      else field.current?.blur()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setShown(true)
      else if (hits.length > 0) setPlace((Math.min(place, hits.length - 1) + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length)
    } else if (event.key === 'Enter' && open && active && !isPlaceholderData) {
      event.preventDefault()
      handleOpen(active)
    }
  }
  const handleBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) close()
  }

  return (
    <div className="search" role="search" onKeyDown={handleKey} onBlur={handleBlur}>
      <div className="omni search-field">
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <input
          ref={field}
          type="search"
          aria-label="Search"
          aria-autocomplete="list"
          aria-keyshortcuts="Control+K /"
          {...(open && hits.length > 0 ? { 'aria-controls': listId } : {})}
          {...(open && active ? { 'aria-activedescendant': optionId(listId, active) } : {})}
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={words}
          onFocus={() => setShown(true)}
          onChange={(event) => { setWords(event.target.value); setShown(true); setPlace(0) }}
        />
        {!words && <Keys keys="Ctrl K" />}
      </div>
      {open && (
        <div className="pop search-pop">
          {hits.length > 0 && <SearchResults id={listId} groups={groups} active={active} onOpen={handleOpen} />}
          {error && <p className="search-empty" role="alert">{error.message}</p>}
          {!error && hits.length === 0 && <p className="search-empty">Nothing found for “{wanted}”.</p>}
        </div>
      )}
      <p className="sr" role="status">{open && !error && !isPlaceholderData ? countOf(hits.length) : ''}</p>
    </div>
  )
}

function countOf(hits: number): string {
  return hits === 0 ? 'Nothing found' : hits === 1 ? '1 result' : `${hits} results`
}

function useFocusKeys(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const commandK = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTextField(event.target)
      if (event.defaultPrevented || !(commandK || slash) || dialogIsOpen()) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [field])
}

/** Toasts are dialogs too, of the kind that leaves the window in use. */
function dialogIsOpen(): boolean {
  return document.querySelector('[role=dialog]:not([aria-modal=false])') !== null
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select'))
}
