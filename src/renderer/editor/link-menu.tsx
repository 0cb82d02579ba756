import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { $isCodeNode } from '@lexical/code'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createTextNode, $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, COMMAND_PRIORITY_HIGH, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister, type LexicalEditor,
} from 'lexical'
import type { Input } from '../../shared/contract.ts'
import type { LinkTarget } from '../../shared/note.ts'
import { useOperation } from '../api.ts'
import { announce } from '../ui/announce.ts'
import { linkName, sourceOf, typeNames } from './link-target.ts'
import { $insertQuotation } from './quotations.tsx'
import { $createReferenceNode } from './reference-node.tsx'

interface Trigger {
  key: string
  /** Where "[[" begins and the caret stands, in UTF-16 code units of the text node. */
  start: number
  end: number
  words: string
  /** `[["` asks for a quotation instead of a link. */
  quoting: boolean
}

const quotable: Partial<Input<'notes.suggest'>> = { types: ['highlight'], limit: 12 }

/** What "[[" opens: the things in the library to link to. The focus stays in the note, which says which option is active. */
export function LinkMenu(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const id = useId()
  const { trigger, dismissed, dismiss } = useTrigger(editor)
  const [stepped, setStepped] = useState({ words: '', place: 0 })
  const open = trigger !== null && !dismissed
  const place = stepped.words === trigger?.words ? stepped.place : 0
  const { data, isPlaceholderData } = useOperation('notes.suggest', { words: trigger?.words ?? '', ...(trigger?.quoting ? quotable : {}) }, { enabled: open, keepPrevious: true, fresh: true })
  const options = open ? data ?? [] : []
  const active = options[Math.min(place, options.length - 1)] ?? null

  /** Words after which Enter was pressed before what they find was there. */
  const awaited = useRef<string | null>(null)

  const choose = useCallback((target: LinkTarget): void => {
    if (trigger) editor.update(() => $choose(trigger, target))
  }, [editor, trigger])

  useEffect(() => {
    if (!open) return
    const step = (by: number) => (event: KeyboardEvent): boolean => {
      event.preventDefault()
      if (options.length > 0) setStepped({ words: trigger.words, place: (Math.min(place, options.length - 1) + by + options.length) % options.length })
      return true
    }
    const take = (event: KeyboardEvent | null): boolean => {
      if (event?.shiftKey || event?.isComposing || (!active && !isPlaceholderData)) return false
      event?.preventDefault()
      // What is shown is not yet what was asked for: the key waits for that.
      if (isPlaceholderData) awaited.current = trigger.words
      else if (active) choose(active)
      return true
    }
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => {
        event.preventDefault()
        event.stopPropagation()
        dismiss()
        return true
      }, COMMAND_PRIORITY_HIGH),
    )
  }, [editor, open, options.length, active, isPlaceholderData, choose, trigger, place, dismiss])

  useEffect(() => {
    const isOver = awaited.current !== trigger?.words || !isPlaceholderData
    if (open && awaited.current === trigger.words && !isPlaceholderData && active) choose(active)
    if (isOver) awaited.current = null
  }, [open, trigger, isPlaceholderData, active, choose])

  useActiveOption(editor, open && options.length > 0 ? id : null, active && optionId(id, active))
  useEffect(() => { if (open && data) announce(data.length === 0 ? 'Nothing found' : `${data.length} to link to`) }, [open, data])
  if (!open || !data) return null
  return <Options editor={editor} id={id} trigger={trigger} options={options} active={active} onChoose={choose} />
}

function optionId(list: string, target: LinkTarget): string {
  return `${list}-${target.type}-${target.id}`
}

/** What is typed after "[[" up to the caret. Once dismissed it stays so until the brackets are gone or others are typed. */
function useTrigger(editor: LexicalEditor): { trigger: Trigger | null; dismissed: boolean; dismiss: () => void } {
  const [{ trigger, dismissed }, setState] = useState<{ trigger: Trigger | null; dismissed: boolean }>({ trigger: null, dismissed: false })
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read($readTrigger)
    setState((known) => {
      if (JSON.stringify(known.trigger) === JSON.stringify(next)) return known
      const same = next !== null && known.trigger?.key === next.key && known.trigger.start === next.start
      return { trigger: next, dismissed: same && known.dismissed }
    })
  }), [editor])
  const dismiss = useCallback(() => setState((known) => ({ ...known, dismissed: true })), [])
  return { trigger, dismissed, dismiss }
}

function $readTrigger(): Trigger | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code') || $isCodeNode(node.getTopLevelElement())) return null
  const end = selection.anchor.offset
  const match = /\[\[(["“”]?)([^[\]\n]{0,100})$/u.exec(node.getTextContent().slice(0, end))
  return match && { key: node.getKey(), start: match.index, end, words: match[2]!, quoting: match[1] !== '' }
}

function $choose(trigger: Trigger, target: LinkTarget): void {
  const node = $getNodeByKey(trigger.key)
  if (!$isTextNode(node)) return
  const selection = node.select(trigger.start, trigger.end)
  if (trigger.quoting && target.article) {
    selection.removeText()
    $insertQuotation({ subjectId: target.id, text: target.name, source: sourceOf(target.article) })
  } else {
    selection.insertNodes([$createReferenceNode({ type: target.type, id: target.id }, linkName(target)), $createTextNode(' ')])
  }
}

/** The textbox tells assistive technology of the list while it is open. */
function useActiveOption(editor: LexicalEditor, listId: string | null, optionElementId: string | null): void {
  useEffect(() => {
    const root = editor.getRootElement()
    if (!root || !listId) return
    root.setAttribute('aria-controls', listId)
    root.setAttribute('aria-autocomplete', 'list')
    if (optionElementId) {
      root.setAttribute('aria-activedescendant', optionElementId)
      document.getElementById(optionElementId)?.scrollIntoView({ block: 'nearest' })
    }
    return () => { for (const name of ['aria-controls', 'aria-activedescendant', 'aria-autocomplete']) root.removeAttribute(name) }
  }, [editor, listId, optionElementId])
}

interface OptionsProps {
  editor: LexicalEditor
  id: string
  trigger: Trigger
  options: LinkTarget[]
  active: LinkTarget | null
  onChoose: (target: LinkTarget) => void
}

/** In the top layer, so that no pane cuts it off. */
function Options({ editor, id, trigger, options, active, onChoose }: OptionsProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const popover = box.current
    if (!popover) return
    const put = (): void => putBelow(popover, editor, trigger)
    popover.showPopover()
    put()
    document.addEventListener('scroll', put, { capture: true, passive: true })
    window.addEventListener('resize', put)
    return () => {
      document.removeEventListener('scroll', put, { capture: true })
      window.removeEventListener('resize', put)
    }
  }, [editor, trigger, options])
  const types = [...new Set(options.map((one) => one.type))]
  return (
    <div ref={box} popover="manual" className="pop link-menu" onMouseDown={(event) => event.preventDefault()}>
      {options.length === 0 && <p className="link-menu-none">{trigger.words ? `Nothing is called “${trigger.words}”.` : trigger.quoting ? 'No highlights yet.' : 'Nothing to link to yet.'}</p>}
      {options.length > 0 && (
        <div id={id} role="listbox" aria-label={trigger.quoting ? 'Insert quote' : 'Link to'}>
          {types.map((type) => (
            <div key={type} role="group" aria-labelledby={`${id}-${type}`}>
              <p id={`${id}-${type}`} role="presentation" className="link-menu-group lab">{typeNames[type]}s</p>
              {options.filter((one) => one.type === type).map((one) => (
                <div key={one.id} id={optionId(id, one)} role="option" aria-selected={one === active} className="link-menu-item" onClick={() => onChoose(one)}>
                  <span dir="auto" className={type === 'highlight' || type === 'article' ? 'serif' : ''}>{linkName(one)}</span>
                  {one.article && type === 'highlight' && <small>{one.article.title}</small>}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** Below the brackets, or above where there is no room, and within the window. */
function putBelow(popover: HTMLElement, editor: LexicalEditor, { key, start }: Trigger): void {
  const text = editor.getElementByKey(key)?.firstChild
  if (!text) return
  const range = document.createRange()
  range.setStart(text, Math.min(start, text.nodeValue?.length ?? 0))
  range.collapse(true)
  const at = range.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const below = at.bottom + 4
  popover.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`
  popover.style.top = `${below + height > window.innerHeight - 8 ? Math.max(8, at.top - height - 4) : below}px`
}
