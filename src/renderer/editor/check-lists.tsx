import { useEffect, type ReactNode } from 'react'
import { ListNode } from '@lexical/list'
import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'

/** Check lists, for assistive technology a group of check boxes: a list may hold nothing but list items. */
export function CheckLists(): ReactNode {
  const [editor] = useLexicalComposerContext()
  useEffect(() => editor.registerMutationListener(ListNode, (changes) => {
    for (const key of changes.keys()) {
      const list = editor.getElementByKey(key)
      if (list?.classList.contains('rich-check')) list.setAttribute('role', 'group')
      else list?.removeAttribute('role')
    }
  }), [editor])
  return <CheckListPlugin />
}
