/** The menu on a right click: only what can be done there. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { isOutsideAddress } from './security.ts'

export interface ContextMenuPieces {
  copyText: (text: string) => void
  openOutside: (address: string) => void
  /** In place of the misspelled word. */
  replaceWith: (word: string) => void
  /** From now on it is right. */
  addWord: (word: string) => void
}

type Clicked = Pick<ContextMenuParams, 'editFlags' | 'isEditable' | 'linkURL' | 'selectionText' | 'misspelledWord'>

const MOST_SUGGESTIONS = 5

/** Empty when there is nothing to offer. */
export function contextMenuTemplate(clicked: Clicked, suggestions: string[], pieces: ContextMenuPieces): MenuItemConstructorOptions[] {
  const { editFlags, isEditable, linkURL, selectionText, misspelledWord } = clicked
  const groups: MenuItemConstructorOptions[][] = [
    ...(misspelledWord ? spellingGroups(misspelledWord, suggestions.slice(0, MOST_SUGGESTIONS), pieces) : []),
    isOutsideAddress(linkURL)
      ? [{ label: 'Open link in browser…', click: () => pieces.openOutside(linkURL) }, { label: 'Copy link', click: () => pieces.copyText(linkURL) }]
      : [],
    isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
        ]
      : selectionText.trim() ? [{ role: 'copy', enabled: editFlags.canCopy }] : [],
    editFlags.canSelectAll ? [{ role: 'selectAll' }] : [],
  ]
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index > 0 ? [{ type: 'separator' as const }, ...group] : group))
}

function spellingGroups(word: string, suggestions: string[], { replaceWith, addWord }: ContextMenuPieces): MenuItemConstructorOptions[][] {
  const offered = suggestions.map((suggestion): MenuItemConstructorOptions => ({ label: shown(suggestion), click: () => replaceWith(suggestion) }))
  return [
    offered.length > 0 ? offered : [{ label: 'No suggestions', enabled: false }],
    [{ label: `Add “${shown(word)}” to dictionary`, click: () => addWord(word) }],
  ]
}

/** In a menu's label one ampersand underlines the next letter. */
function shown(word: string): string {
  return word.replaceAll('&', '&&')
}
