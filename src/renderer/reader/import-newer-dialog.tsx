import { useRef, useState, type ReactNode } from 'react'
import { FileText } from 'lucide-react'
import type { ImportSource } from '../../shared/article.ts'
import { client } from '../api.ts'
import { fileSource } from '../file-source.ts'
import { navigate } from '../route.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** A newer version of the article's source, chosen by hand. It is shown before anything changes. */
export function ImportNewerDialog({ articleId, open, onClose }: { articleId: string; open: boolean; onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const file = useRef<HTMLInputElement>(null)

  const handleImport = async (read: () => Promise<ImportSource>): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      await client.call('drafts.import', { articleId, source: await read() })
      onClose()
      navigate({ screen: 'newer', articleId })
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="Import a newer version" open={open} onClose={onClose} width={620}
      footer={(
        <>
          <Button icon={FileText} disabled={busy} onClick={() => file.current?.click()}>Choose file…</Button>
          <span className="spacer" />
          <Button variant="quiet" onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={busy || text.trim() === ''} onClick={() => { void handleImport(async () => ({ kind: 'text', text })) }}>Compare</Button>
        </>
      )}
    >
      <input
        ref={file} type="file" className="sr" tabIndex={-1} aria-label="File with the newer version"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void handleImport(() => fileSource(chosen))
        }}
      />
      <label className="lab" htmlFor="newer-text">Text of the newer version</label>
      <textarea id="newer-text" className="add-text" value={text} onChange={(event) => setText(event.target.value)} placeholder="Paste the article as it reads now." />
      {problem && <p className="err" role="alert">{problem}</p>}
      <p className="m">You see what changed, and where your highlights come to lie, before anything is replaced. The older text is kept as a revision.</p>
    </Dialog>
  )
}
