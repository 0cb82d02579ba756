/** The menu on a right click: only what can be done there. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { isOutsideAddress } from './security.ts'

export interface ContextMenuPieces {
  copyText: (text: string) => void
  openOutside: (address: string) => void
}

type Clicked = Pick<ContextMenuParams, 'editFlags' | 'isEditable' | 'linkURL' | 'selectionText'>

/** Empty when there is nothing to offer. */
export function contextMenuTemplate(clicked: Clicked, pieces: ContextMenuPieces): MenuItemConstructorOptions[] {
  const { editFlags, isEditable, linkURL, selectionText } = clicked
  const groups: MenuItemConstructorOptions[][] = [
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
