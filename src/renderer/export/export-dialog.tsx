import { useEffect, useId, useState, type ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { exportFormatNames, type ExportFile, type ExportFormat } from '../../shared/export.ts'
import { queries, useOperation } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { Dialog } from '../ui/dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { saveFile } from './save-file.ts'
import './export-dialog.css'

/** As much of a file as a preview shows, in UTF-16 code units. */
const PREVIEW_LENGTH = 6000

const groups: { title: string; formats: { format: ExportFormat; extension: string }[] }[] = [
  { title: 'To read and edit', formats: [{ format: 'markdown', extension: '.md' }, { format: 'html', extension: '.html' }] },
  { title: 'To work with data', formats: [{ format: 'csv', extension: '.csv' }, { format: 'web-annotation', extension: '.jsonld' }, { format: 'json', extension: '.json' }] },
]

const descriptions: Record<ExportFormat, string> = {
  markdown: 'Statements by issue, with their quotes and notes, for any text editor.',
  html: 'One page that holds everything it needs. It opens in any browser and prints well.',
  csv: 'A table with one row for each statement, for a spreadsheet.',
  'web-annotation': 'Every highlight with its place in the text, as W3C Web Annotations.',
  json: 'Everything, in Counterpoint’s own format. Add the file to a library to bring it back.',
}

export interface ExportDialogProps {
  /** The article to begin with; null for the whole library. */
  articleId: string | null
  open: boolean
  onClose: () => void
}

export function ExportDialog({ articleId, open, onClose }: ExportDialogProps): ReactNode {
  // Mounted only while open, so that each opening begins anew.
  return open ? <OpenExportDialog articleId={articleId} onClose={onClose} /> : null
}

function OpenExportDialog({ articleId, onClose }: Omit<ExportDialogProps, 'open'>): ReactNode {
  const [format, setFormat] = useState<ExportFormat>('markdown')
  const [scope, setScope] = useState<'article' | 'library'>(articleId ? 'article' : 'library')
  const [typedName, setTypedName] = useState<string | null>(null)
  const input = articleId && scope === 'article' ? { format, articleId } : { format }
  const { data: file, error } = useOperation('exports.render', input)
  // No event says that a file is out of date: each opening asks for it anew.
  useEffect(() => () => queries.removeQueries({ queryKey: ['exports'] }), [])
  const fileName = typedName ?? file?.fileName ?? ''

  const handleSave = (): void => {
    if (!file) return
    const name = fileName.trim() || file.fileName
    saveFile({ ...file, fileName: name })
    toast({ text: `Saved ${name}` })
    onClose()
  }
  const handleCopy = (): void => {
    if (file) copyText(file.content).then(() => toast({ text: 'Copied' }), toastError)
  }
  const handleFormat = (next: ExportFormat): void => {
    setFormat(next)
    setTypedName(null)
  }
  const handleScope = (next: 'article' | 'library'): void => {
    setScope(next)
    setTypedName(null)
  }

  const footer = (
    <>
      <label className="export-name">
        <span className="m">File name</span>
        <span className="field"><input value={fileName} spellCheck={false} disabled={!file} onChange={(event) => setTypedName(event.target.value)} /></span>
      </label>
      <span className="spacer" />
      <Button variant="quiet" large disabled={!file} onClick={handleCopy}>Copy</Button>
      <Button large onClick={onClose}>Cancel</Button>
      <Button variant="primary" large disabled={!file} onClick={handleSave}>Save file</Button>
    </>
  )
  return (
    <Dialog title="Export" open onClose={onClose} width={960} className="export-dialog" footer={footer}>
      <Formats value={format} onChange={handleFormat} />
      <Scope articleId={articleId} value={scope} onChange={handleScope} about={descriptions[format]} />
      <Preview file={file} error={error} />
    </Dialog>
  )
}

function Formats({ value, onChange }: { value: ExportFormat; onChange: (format: ExportFormat) => void }): ReactNode {
  return (
    <RadioGroup aria-label="Format" className="export-formats" value={value} onValueChange={(next) => onChange(next as ExportFormat)}>
      {groups.map((group) => (
        <div key={group.title} className="export-group">
          <p className="lab">{group.title}</p>
          {group.formats.map(({ format, extension }) => (
            <Radio.Root key={format} value={format} aria-label={exportFormatNames[format]} className="export-format">
              <span>{exportFormatNames[format]}</span>
              <span className="m">{extension}</span>
            </Radio.Root>
          ))}
        </div>
      ))}
    </RadioGroup>
  )
}

interface ScopeProps {
  articleId: string | null
  value: 'article' | 'library'
  onChange: (scope: 'article' | 'library') => void
  about: string
}

function Scope({ articleId, value, onChange, about }: ScopeProps): ReactNode {
  const heading = useId()
  return (
    <div className="export-scope">
      <h3 id={heading}>What to export</h3>
      <RadioGroup aria-labelledby={heading} value={value} onValueChange={(next) => onChange(next as 'article' | 'library')}>
        {articleId && <ScopeChoice value="article" name="This article" />}
        <ScopeChoice value="library" name="Whole library" />
      </RadioGroup>
      <h3>About this format</h3>
      <p className="m">{about}</p>
    </div>
  )
}

function ScopeChoice({ value, name }: { value: string; name: string }): ReactNode {
  return (
    <Radio.Root value={value} aria-label={name} className="export-choice">
      <span className="export-dot" aria-hidden />
      <span>{name}</span>
    </Radio.Root>
  )
}

function Preview({ file, error }: { file: ExportFile | undefined; error: Error | null }): ReactNode {
  const cut = file !== undefined && file.content.length > PREVIEW_LENGTH
  return (
    <div className="export-preview">
      <p className="export-preview-head m">{cut ? 'Preview of the beginning' : 'Preview'}</p>
      {error && <p className="err export-error" role="alert">{error.message}</p>}
      {!error && !file && <p className="m export-error" role="status">Preparing the file…</p>}
      {file && <pre role="region" aria-label="Preview" tabIndex={0}>{cut ? `${file.content.slice(0, PREVIEW_LENGTH)}…` : file.content}</pre>}
    </div>
  )
}
