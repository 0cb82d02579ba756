import { useId, useState, type ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ExportSubject } from '../commands.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { Dialog } from '../ui/dialog.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { ExportBalance } from './export-balance.tsx'
import { PagePreview, TextPreview } from './export-preview.tsx'
import { formatsFor, type Format, type FormatGroup } from './export-formats.ts'
import { saveFile } from './save-file.ts'
import { useExport, type Export } from './use-export.ts'
import './export-dialog.css'

/** What to export, as what, how it will look and what is left out. Mounted only while it is open, so that each opening begins anew. */
export function ExportDialog({ subject, onClose }: { subject: ExportSubject; onClose: () => void }): ReactNode {
  const [scope, setScope] = useState(subject)
  const [wanted, setWanted] = useState<Format | null>(null)
  const [typedName, setTypedName] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const groups = formatsFor(scope)
  const choices = groups.flatMap((group) => group.formats)
  const choice = choices.find(({ format }) => format === wanted) ?? choices[0]!
  const made = useExport(scope, choice.format)
  const fileName = typedName ?? made.fileName ?? ''

  const handleSave = (): void => {
    const name = fileName.trim() || made.fileName
    setProblem(null)
    made.render().then(async (file) => { if (await saveFile({ ...file, fileName: name })) onClose() }).catch((error: Error) => setProblem(error.message))
  }
  const handleCopy = (): void => {
    if (made.preview) copyText(made.preview.content).then(() => toast({ text: 'Copied' }), toastError)
  }
  const footer = (
    <>
      {problem && <p className="err export-problem" role="alert">{problem}</p>}
      <label className="export-name">
        <span className="m">File name</span>
        <span className="field"><input value={fileName} spellCheck={false} disabled={!made.preview} onChange={(event) => setTypedName(event.target.value)} /></span>
      </label>
      <span className="spacer" />
      <Button variant="quiet" large disabled={!made.preview} onClick={handleCopy}>Copy</Button>
      <Button large onClick={onClose}>Cancel</Button>
      <Button variant="primary" large disabled={!made.preview || made.progress !== null} onClick={handleSave}>Save file</Button>
    </>
  )
  return (
    <Dialog title="Export" open onClose={onClose} width={1080} className="export-dialog" footer={footer}>
      <Formats groups={groups} value={choice.format} onChange={(next) => { setWanted(next); setTypedName(null) }} />
      <div className="export-scope">
        <Scope subject={subject} value={scope} onChange={(next) => { setScope(next); setWanted(null); setTypedName(null) }} />
        <h3>About this format</h3>
        <p className="m">{choice.about}</p>
        <Told heading="Not included" things={made.losses} />
        <Told heading="Damaged, and written as it is" things={made.damaged} />
        {scope.kind === 'comparison' && <ExportBalance comparisonId={scope.id} />}
      </div>
      <div className="export-preview">
        <Waiting made={made} />
        {made.preview && (isPage(choice.format) ? <PagePreview file={made.preview} /> : <TextPreview file={made.preview} title={isDocument(choice.format) ? 'Preview of its words' : 'Preview'} />)}
      </div>
    </Dialog>
  )
}

function isPage(format: Format): boolean {
  return format === 'evidence' || format === 'html'
}

function isDocument(format: Format): boolean {
  return format === 'docx' || format === 'odt'
}

function Formats({ groups, value, onChange }: { groups: FormatGroup[]; value: Format; onChange: (format: Format) => void }): ReactNode {
  return (
    <RadioGroup aria-label="Format" className="export-formats" value={value} onValueChange={(next) => onChange(next as Format)}>
      {groups.map((group) => (
        <div key={group.title} className="export-group">
          <p className="lab">{group.title}</p>
          {group.formats.map(({ format, name, extension }) => (
            <Radio.Root key={format} value={format} aria-label={name} className="export-format">
              <span>{name}</span>
              <span className="m">{extension}</span>
            </Radio.Root>
          ))}
        </div>
      ))}
    </RadioGroup>
  )
}

function Scope({ subject, value, onChange }: { subject: ExportSubject; value: ExportSubject; onChange: (scope: ExportSubject) => void }): ReactNode {
  const heading = useId()
  const choices = [...(subject.kind === 'library' ? [] : [subject]), { kind: 'library' as const }, ...(subject.kind === 'comparison' ? [] : [{ kind: 'comparison' as const, id: null }])]
  const names = { article: 'This article', library: 'Whole library', comparison: subject.kind === 'comparison' && subject.id ? 'This comparison' : 'The matrix of all statements' }
  return (
    <>
      <h3 id={heading}>What to export</h3>
      <RadioGroup aria-labelledby={heading} value={value.kind} onValueChange={(kind) => onChange(choices.find((one) => one.kind === kind)!)}>
        {choices.map(({ kind }) => (
          <Radio.Root key={kind} value={kind} aria-label={names[kind]} className="export-choice">
            <span className="export-dot" aria-hidden />
            <span>{names[kind]}</span>
          </Radio.Root>
        ))}
      </RadioGroup>
    </>
  )
}

/** What the file will not hold, or holds spoiled. */
function Told({ heading, things }: { heading: string; things: string[] }): ReactNode {
  const id = useId()
  if (things.length === 0) return null
  return (
    <>
      <h3 id={id}>{heading}</h3>
      <ul className="export-losses" aria-labelledby={id}>{things.map((thing) => <li key={thing}>{thing}</li>)}</ul>
    </>
  )
}

function Waiting({ made: { error, preview, progress, cancel } }: { made: Export }): ReactNode {
  if (error) return <p className="err export-error" role="alert">{error.message}</p>
  if (!progress) return null
  const { done, total } = progress
  return (
    <div className="export-waiting" role="status">
      <span>{preview ? 'Writing the file…' : 'Preparing the file…'}{total > 0 && ` ${done} of ${total} articles`}</span>
      <progress aria-label="Export" {...(total > 0 ? { value: done, max: total } : {})} />
      <Button onClick={cancel}>Stop</Button>
    </div>
  )
}
