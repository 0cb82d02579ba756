import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'

const groups: { name: string; keys: [keys: string, what: string][] }[] = [
  { name: 'Everywhere', keys: [
    ['Ctrl K', 'Search'], ['Ctrl O', 'Add article'], ['Ctrl V', 'Add what is on the clipboard'], ['Ctrl Z', 'Undo'], ['Ctrl Shift Z', 'Redo'],
    ['Ctrl Shift E', 'Export'], ['Ctrl Shift H', 'History'], ['Ctrl ,', 'Settings'], ['Ctrl +', 'Larger text'], ['Ctrl -', 'Smaller text'], ['Alt ←', 'Back'], ['Alt →', 'Forward'],
    ['G L', 'Library'], ['G S', 'Statements'], ['G N', 'Speakers and issues'], ['G C', 'Compare'], ['?', 'These keys'],
  ] },
  { name: 'Reader', keys: [
    ['Shift →', 'Select by character'], ['Ctrl Shift →', 'Select by word'], ['Shift ↓', 'Select by line'], ['F7', 'Caret on or off'],
    ['H', 'Highlight'], ['N', 'Note'], ['S', 'Statement'], ['Q', 'Copy the quote with its source'], ['J', 'Next highlight'], ['K', 'Previous highlight'],
    ['Delete', 'Delete the highlight'], ['E', 'Edit the article’s text'], ['Ctrl F', 'Find in the article'], ['Esc', 'Let go of the selection'],
  ] },
  { name: 'Speakers and issues', keys: [['↑ ↓', 'Go to the one before or after'], ['Alt ↑', 'Move it up'], ['Alt ↓', 'Move it down']] },
  { name: 'Compare', keys: [
    ['← → ↑ ↓', 'Move between cells'], ['Enter', 'Go to the passage'], ['Space', 'All statements of the cell'], ['X', 'Pick the statement'],
  ] },
]

export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keys" open={open} onClose={onClose} width={760}>
      <div className="key-sheet">
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([keys, what]) => (
                <div key={keys}>
                  <dt><span className="sr">{keys}</span><Keys keys={keys} /></dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
