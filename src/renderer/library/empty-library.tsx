import { useRef, type ReactNode } from 'react'
import { ClipboardPaste } from 'lucide-react'
import { Swatch } from '../marks/speaker-name.tsx'
import { StanceMark, StanceWord } from '../marks/stance-word.tsx'
import { importTypes } from '../add/add-article-dialog.tsx'
import { importFiles, importSample } from '../add/import-files.ts'
import { openAdd } from '../commands.ts'
import { Button } from '../ui/button.tsx'

/** The first run: how to begin, and what the app is for, in one look. */
export function EmptyLibrary(): ReactNode {
  const files = useRef<HTMLInputElement>(null)
  return (
    <main className="empty">
      <div className="empty-in">
        <h1>Bring in the first article</h1>
        <p className="empty-lead">Counterpoint keeps what each party says next to where they said it. Everything stays on this computer.</p>
        <div className="empty-drop">
          <div>
            <h2>Drop files here, or paste text anywhere in this window</h2>
            <p className="m">Web page, Markdown or plain text. Many at once is fine.</p>
          </div>
          <Button large icon={ClipboardPaste} onClick={openAdd}>Paste</Button>
          <Button large variant="primary" onClick={() => files.current?.click()}>Choose files…</Button>
          <input ref={files} type="file" multiple accept={importTypes} className="sr" tabIndex={-1} aria-label="Files to begin with" onChange={(event) => {
            const chosen = [...event.target.files ?? []]
            event.target.value = ''
            void importFiles(chosen)
          }} />
        </div>
        <div className="empty-sample">
          <div>
            <h2>Or open the sample</h2>
            <p className="m">One article about a dispute over a ferry, made up for this. Remove it whenever you like.</p>
          </div>
          <Button large onClick={() => void importSample()}>Open the sample</Button>
        </div>
        <Steps />
      </div>
    </main>
  )
}

function Steps(): ReactNode {
  return (
    <ol className="empty-steps">
      <li>
        <p className="empty-passage">The company was unmoved. Its director said <span className="hl sp2">the boat loses money</span> all winter.</p>
        <h3><span className="m">1</span> Mark a passage</h3>
        <p className="m">Select text, then press H.</p>
      </li>
      <li>
        <div className="empty-table">
          <b>The boat loses money</b>
          <span><Swatch colour={2} /> Company</span><StanceWord stance="asserts" />
          <span><Swatch colour={1} /> Islanders</span><StanceWord stance="denies" />
        </div>
        <h3><span className="m">2</span> Say who, on what, and which way</h3>
        <p className="m">Press S to make it a statement.</p>
      </li>
      <li>
        <div className="empty-matrix" role="img" aria-label="A small matrix: issues down, speakers across, a stance in each cell">
          <span /><Swatch colour={2} /><Swatch colour={1} /><Swatch colour={3} />
          <span>The boat loses money</span><StanceMark stance="asserts" /><StanceMark stance="denies" /><StanceMark stance="unclear" />
          <span>The contract binds</span><StanceMark stance="denies" /><StanceMark stance="asserts" /><StanceMark stance="leans" />
        </div>
        <h3><span className="m">3</span> Compare</h3>
        <p className="m">Issues down, speakers across.</p>
      </li>
    </ol>
  )
}
