import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'

/** "then" parts two strokes, "/" two keys of which the second does the opposite. */
const groups: { name: string; keys: [keys: string, what: string][] }[] = [
  { name: 'Read and select', keys: [
    ['F7', 'Reading caret on or off'], ['← / →', 'By character'], ['Ctrl ← / →', 'By word'], ['Alt ↑ / ↓', 'By sentence'], ['Ctrl Home / End', 'To the beginning or end'],
    ['Shift', 'With any of these: select'], ['.', 'Select the whole sentence'], ['Ctrl F', 'Find in the article'], ['E', 'Edit the article’s text'],
  ] },
  { name: 'Mark what is selected', keys: [
    ['H', 'Highlight'], ['N', 'Highlight with a note'], ['S', 'Statement'], ['1 – 8', 'Statement by that speaker'],
    ['Shift H', 'Add to the chosen highlight'], ['Q', 'Copy the quote with its source'], ['Esc', 'Let go of the selection'],
  ] },
  { name: 'Work on the chosen highlight', keys: [
    ['J / K', 'Next, previous highlight'], ['Enter', 'To its fields'], ['Esc', 'Back to its place in the text'], ['Shift 1 – 5', 'Stance, from asserts to denies'],
    ['Alt Shift ← / →', 'Move its end by word'], ['Alt Shift , / .', 'Move its start by word'], ['Ctrl', 'With these: by character'],
    ['Shift Delete', 'Take out its last part'], ['Delete', 'Delete it'],
  ] },
  { name: 'Everywhere', keys: [
    ['Ctrl K', 'Search'], ['Ctrl O', 'Add article'], ['Ctrl V', 'Add what is on the clipboard'], ['Ctrl Z', 'Undo'], ['Ctrl Shift Z', 'Redo'], ['Ctrl Shift H', 'History'],
    ['Ctrl Shift E', 'Export'], ['Ctrl ,', 'Settings'], ['Ctrl + / -', 'Larger, smaller text'], ['Alt ← / →', 'Back, forward'], ['?', 'These keys'],
  ] },
  { name: 'Go to', keys: [['G then L', 'Library'], ['G then S', 'Statements'], ['G then N', 'Speakers and issues'], ['G then C', 'Compare']] },
  { name: 'Compare', keys: [
    ['← → ↑ ↓', 'Move between cells'], ['Enter', 'All statements of the cell'], ['X', 'Pick the statement'], ['Shift Enter', 'Compare side by side'], ['Alt ← ↑ → ↓', 'On a head: move the row or column'],
  ] },
  { name: 'Highlights that need you', keys: [
    ['J / K', 'Next, previous'], ['A', 'Accept'], ['S', 'Choose another speaker'], ['1 – 9', 'One that is offered'], ['P', 'Place again'], ['O', 'Keep the old wording'], ['L', 'Later'],
  ] },
  { name: 'Statements', keys: [
    ['← → ↑ ↓', 'Move between cells'], ['Space', 'Pick the statement'], ['Shift ↑ / ↓', 'Pick a range'], ['Ctrl A', 'Pick all'], ['Esc', 'Pick none; back to the table'],
    ['1 – 5', 'Stance, from asserts to denies'], ['Enter', 'To the cell’s field, or to the passage'], ['Delete', 'Delete what is picked'],
    ['Shift S', 'Next without speaker'], ['Shift I', 'Next without issue'], ['Shift T', 'Next without stance'], ['Shift A', 'Next without any of them'],
  ] },
  { name: 'Side by side', keys: [
    ['A – D', 'Make it the baseline'], ['W', 'Mark words or not'], ['S', 'Open or close the source'], ['[ / ]', 'Previous, next issue'], ['Ctrl Shift ← / →', 'Move the column'],
  ] },
  { name: 'Two articles', keys: [['B', 'Open another beside'], ['[ / ]', 'Previous, next shared issue'], ['F6', 'Other article'], ['Y', 'Scroll together']] },
  { name: 'Timeline', keys: [['← → ↑ ↓', 'Move between cells'], ['Enter', 'Go to the passage, or edit the event'], ['[ / ]', 'Previous, next issue'], ['+ / -', 'By day, month, year'], ['E', 'Add an event']] },
  { name: 'Speakers and issues', keys: [['↑ / ↓', 'Go to the one before or after'], ['Alt ↑ / ↓', 'Move it up or down']] },
]

export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keys" open={open} onClose={onClose} width={860}>
      <div className="key-sheet" role="group" aria-label="All keys" tabIndex={0}>
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([keys, what]) => (
                <div key={what}>
                  <dt><span className="sr">{keys.replaceAll(' / ', ' or ')}</span><Keys keys={keys} /></dt>
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
