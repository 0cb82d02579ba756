import { useEffect, useId, useState, type ReactNode } from 'react'
import { encodingNames, encodings, type EncodingLabel } from '../../shared/encodings.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toastError } from '../ui/toast.tsx'
import { forgetDoubtful, readAgain, useImporting } from './import-files.ts'
import './encoding-dialog.css'

/** How much of a file is shown, in bytes and in characters. */
const SHOWN_BYTES = 65536
const SHOWN = 900

/** The encoding of each file that was read in a doubtful one, to be chosen with the text in view. */
export function EncodingDialog(): ReactNode {
  const { doubtful, choosing } = useImporting()
  const [first] = doubtful
  return choosing && first ? <ChooseEncoding key={first.file.name} file={first.file} encoding={first.encoding} more={doubtful.length - 1} /> : null
}

function ChooseEncoding({ file, encoding, more }: { file: File; encoding: string; more: number }): ReactNode {
  const [chosen, setChosen] = useState(encoding)
  const [bytes, setBytes] = useState<ArrayBuffer>()
  const id = useId()
  useEffect(() => { void file.slice(0, SHOWN_BYTES).arrayBuffer().then(setBytes, toastError) }, [file])
  const isKnown = (label: string): label is EncodingLabel => (encodings as string[]).includes(label)

  return (
    <Dialog
      title="Encoding" open onClose={forgetDoubtful} width={620}
      footer={(
        <>
          {more > 0 && <span className="m">{more} more after this</span>}
          <span className="spacer" />
          <Button variant="quiet" onClick={forgetDoubtful}>Cancel</Button>
          <Button variant="primary" disabled={!isKnown(chosen) || chosen === encoding} onClick={() => { if (isKnown(chosen)) void readAgain(chosen) }}>Read again</Button>
        </>
      )}
    >
      <div className="encoding-body">
        <p>“{file.name}” doesn’t say how its letters are encoded. Choose until it reads right.</p>
        <label className="lab" htmlFor={id}>Encoding</label>
        <select id={id} className="field" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {!isKnown(encoding) && <option value={encoding}>{encoding}</option>}
          {encodings.map((label) => <option key={label} value={label}>{encodingNames[label]}{label === encoding ? ', as it was read' : ''}</option>)}
        </select>
        <p className="encoding-text" tabIndex={0} role="region" aria-label="The beginning of the text" aria-live="polite">{bytes && beginningOf(bytes, chosen, /\.html?$/i.test(file.name))}</p>
      </div>
    </Dialog>
  )
}

/** Markup is read without running or loading anything of it. */
function beginningOf(bytes: ArrayBuffer, encoding: string, html: boolean): string {
  const text = new TextDecoder(encoding).decode(bytes)
  const words = html ? new DOMParser().parseFromString(text, 'text/html').body.innerText : text
  return words.replace(/\s+/g, ' ').trim().slice(0, SHOWN)
}
