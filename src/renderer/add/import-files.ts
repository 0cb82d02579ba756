/** Brings files and texts in, one after the other, each an import of its own. What is going on is kept for the dialog. */
import { create } from 'zustand'
import type { ImportSource } from '../../shared/article.ts'
import { encodingNames, type EncodingLabel } from '../../shared/encodings.ts'
import type { Output } from '../../shared/contract.ts'
import { client } from '../api.ts'
import { closeDialogs, openAdd } from '../commands.ts'
import { fileSource } from '../file-source.ts'
import { navigate } from '../route.ts'
import { closeToasts, toast, toastError } from '../ui/toast.tsx'
import { mendedWords, resultWords } from './result-words.ts'

export interface ImportFailure { name: string; message: string }
interface Importing {
  /** Null: nothing is being read. */
  progress: { done: number; total: number } | null
  /** Of a large file that is being read: the name of its upload, and how much is done, 0 to 1. */
  large: { upload: string; part: number } | null
  failures: ImportFailure[]
  stopped: boolean
  /** Files of the last import whose encoding nothing tells surely. */
  doubtful: DoubtfulFile[]
  /** The dialog that asks for it is open. */
  choosing: boolean
}

/** `encoding`: the one that it was read in. */
interface DoubtfulFile { file: File; encoding: string }

export const useImporting = create<Importing>(() => ({ progress: null, large: null, failures: [], stopped: false, doubtful: [], choosing: false }))

interface Waiting { name: string; file?: File; read: () => Promise<ImportSource> }

export function importFiles(files: File[]): Promise<boolean> {
  return importAll(files.map((file) => ({
    name: file.name, file,
    read: () => fileSource(file, handleSent),
  })))
}

/** True when it is in the library. */
export function importText(text: string): Promise<boolean> {
  return importAll([{ name: 'The text', read: async () => ({ kind: 'text', text }) }])
}

export function importSample(): Promise<boolean> {
  return importAll([{ name: 'The sample', read: async () => ({ kind: 'sample' }) }])
}

/** Files first; then a page's markup, where there is real markup; then plain text. */
export function importPaste(data: DataTransfer): void {
  const files = [...data.files]
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (files.length > 0) void importFiles(files)
  else if (/<(p|h[1-6]|article|li|blockquote)\b/i.test(html)) void importFiles([new File([html], 'clipboard.html', { type: 'text/html' })])
  else if (text.trim()) void importText(text)
}

export function stopImporting(): void {
  const { large } = useImporting.getState()
  useImporting.setState({ stopped: true })
  if (large) client.call('imports.cancel', { upload: large.upload }).catch(toastError)
}

/** Of a large file's time the sending takes a tenth. */
const SENDING = 0.1

function handleSent(upload: string, part: number): void {
  if (useImporting.getState().stopped) throw new Error('The import was stopped. Nothing was added.')
  if (useImporting.getState().large === null) openAdd()
  useImporting.setState({ large: { upload, part: part * SENDING } })
}

/** Tells how far a large file has come; gives back what ends that. */
function followLarge(): () => void {
  return client.subscribe((event) => {
    if (event.name === 'imports.progress' && event.upload === useImporting.getState().large?.upload) {
      useImporting.setState({ large: { upload: event.upload, part: SENDING + (1 - SENDING) * event.done / event.total } })
    }
  })
}

export function forgetFailures(): void {
  useImporting.setState({ failures: [] })
}

/** What comes while something is being read waits its turn. */
let turn: Promise<unknown> = Promise.resolve()
function importAll(waiting: Waiting[]): Promise<boolean> {
  const mine = turn.then(() => importInTurn(waiting))
  turn = mine.catch(() => undefined)
  return mine
}

async function importInTurn(waiting: Waiting[]): Promise<boolean> {
  if (waiting.length === 0) return false
  if (waiting.length > 1) openAdd()
  useImporting.setState({ progress: { done: 0, total: waiting.length }, failures: [], stopped: false, doubtful: [], choosing: false })
  const imported: Output<'articles.import'>[] = []
  const unfollow = followLarge()
  for (const [index, one] of waiting.entries()) {
    if (useImporting.getState().stopped) break
    try {
      const result = await client.call('articles.import', await one.read())
      imported.push(result)
      const { file } = one
      if (result.doubtful !== undefined && file) useImporting.setState(({ doubtful }) => ({ doubtful: [...doubtful, { file, encoding: result.doubtful! }] }))
    } catch (error) {
      const failure = { name: one.name, message: error instanceof Error ? error.message : String(error) }
      useImporting.setState(({ failures }) => ({ failures: [...failures, failure] }))
    }
    useImporting.setState({ progress: { done: index + 1, total: waiting.length }, large: null })
  }
  unfollow()
  useImporting.setState({ progress: null })
  showResult(imported)
  tellDoubtful()
  return useImporting.getState().failures.length === 0
}

/** Stays until it is closed: what was read wrongly is seen only in reading. */
function tellDoubtful(): void {
  const { doubtful: [first, ...more] } = useImporting.getState()
  if (!first) return
  const name = encodingNames[first.encoding as EncodingLabel] ?? first.encoding
  const text = more.length > 0 ? `${more.length + 1} files don’t say how their letters are encoded.` : `“${first.file.name}” doesn’t say how its letters are encoded. It was read as ${name}.`
  toast({ text, stays: true, action: { label: 'Change…', onClick: chooseEncoding } })
}

/** The message goes: the dialog says the same, and lies where it lay. */
function chooseEncoding(): void {
  closeToasts()
  useImporting.setState({ choosing: true })
}

export function forgetDoubtful(): void {
  useImporting.setState({ doubtful: [], choosing: false })
}

/** The first doubtful file again, in another encoding: its text waits as a newer version of the article. */
export async function readAgain(encoding: EncodingLabel): Promise<void> {
  const { doubtful: [first, ...rest] } = useImporting.getState()
  if (!first) return
  useImporting.setState({ doubtful: rest, choosing: rest.length > 0 })
  try {
    const source = await fileSource(first.file)
    const result = await client.call('articles.import', { ...source, encoding } as ImportSource)
    if (rest.length === 0) showResult([result])
  } catch (error) {
    toastError(error as Error)
  }
}

function showResult(imported: Output<'articles.import'>[]): void {
  const failed = useImporting.getState().failures.length > 0
  if (failed) openAdd()
  else closeDialogs()
  const [first] = imported
  if (!first) return
  if (imported.length > 1 || first.articles > 1) {
    toast({ text: resultWords(imported) })
    navigate({ screen: 'library' })
    return
  }
  if (first.newVersion) {
    if (!failed) navigate({ screen: 'newer', articleId: first.id })
    return
  }
  if (first.mended.length > 0) toast({ text: mendedWords(imported) })
  else if (first.existing) toast({ text: first.fromBin ? `“${first.title}” was in the bin and is back.` : `“${first.title}” is in the library already.` })
  if (!failed) navigate({ screen: 'article', articleId: first.id })
}
