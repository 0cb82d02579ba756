import { useEffect } from 'react'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND } from 'lexical'
import type { LinkTarget } from '../../shared/note.ts'
import { openTarget } from './link-target.ts'

/** Enter opens what a link or a quotation leads to, while it is selected. */
export function useOpenOnEnter(isSelected: boolean, target: LinkTarget | null | undefined): void {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    if (!isSelected || !target) return
    return editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
      event?.preventDefault()
      openTarget(target)
      return true
    }, COMMAND_PRIORITY_LOW)
  }, [editor, isSelected, target])
}
