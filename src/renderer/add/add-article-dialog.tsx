import { useRef, useState, type ReactNode } from 'react'
import { FileText, TriangleAlert } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { forgetFailures, importFiles, importText, stopImporting, useImporting } from './import-files.ts'
import './add-article-dialog.css'

/** The kinds of file that the picker offers first. */
export const importTypes = '.txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html,application/json'

export function AddArticleDialog({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const files = useRef<HTMLInputElement>(null)
  const { progress, large } = useImporting()

  const handleClose = (): void => {
    forgetFailures()
    onClose()
  }
  const handleAdd = async (): Promise<void> => {
    if (await importText(text)) setText('')
  }

  return (
    <Dialog
      title="Add article" open={open} onClose={handleClose} width={680}
      footer={(
        <>
          <Button icon={FileText} onClick={() => files.current?.click()} disabled={progress !== null}>Choose files…</Button>
          <span className="spacer" />
          <Button variant="quiet" onClick={handleClose}>Cancel</Button>
          <Button variant="primary" disabled={progress !== null || text.trim() === ''} onClick={() => void handleAdd()}>Add</Button>
        </>
      )}
    >
      <input
        ref={files} type="file" multiple accept={importTypes} className="sr" tabIndex={-1} aria-label="Files to add"
        onChange={(event) => {
          const chosen = [...event.target.files ?? []]
          event.target.value = ''
          void importFiles(chosen)
        }}
      />
      <div className="add-body">
        <Failures />
        <label className="lab" htmlFor="add-text">Text</label>
        <textarea id="add-text" className="add-text" value={text} onChange={(event) => setText(event.target.value)} placeholder="Paste an article: its title on the first line, then its text." />
        <p className="m">Or drop files anywhere in the window: plain text, Markdown, web pages, up to 20 MB each. A Counterpoint JSON file of any size brings a whole library.</p>
        {progress && (
          <div className="add-progress" role="status">
            <span>Reading {Math.min(progress.done + 1, progress.total)} of {progress.total}{large && `, ${Math.floor(large.part * 100)} %`}</span>
            <progress value={progress.done + (large?.part ?? 0)} max={progress.total} aria-label="Files read" />
            <Button variant="quiet" onClick={stopImporting}>Stop</Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function Failures(): ReactNode {
  const { failures } = useImporting()
  if (failures.length === 0) return null
  return (
    <div role="alert">
      <ul className="add-failures">
        {failures.map(({ name, message }, index) => (
          <li key={`${name} ${index}`}>
            <TriangleAlert size={16} strokeWidth={1.5} aria-hidden />
            <span>{message.includes(name) ? message : `${name}: ${message}`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
