/** Brings files and texts in, one after the other, each an import of its own. What is going on is kept for the dialog. */
import { create } from 'zustand'
import type { ImportSource } from '../../shared/article.ts'
import type { Output } from '../../shared/contract.ts'
import { client } from '../api.ts'
import { closeDialogs, openAdd } from '../commands.ts'
import { fileSource } from '../file-source.ts'
import { navigate } from '../route.ts'
import { toast } from '../ui/toast.tsx'
import { mendedWords, resultWords } from './result-words.ts'

export interface ImportFailure { name: string; message: string }
interface Importing {
  /** Null: nothing is being read. */
  progress: { done: number; total: number } | null
  failures: ImportFailure[]
  stopped: boolean
}

export const useImporting = create<Importing>(() => ({ progress: null, failures: [], stopped: false }))

interface Waiting { name: string; read: () => Promise<ImportSource> }

export function importFiles(files: File[]): Promise<boolean> {
  return importAll(files.map((file) => ({
    name: file.name,
    read: () => fileSource(file),
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
  useImporting.setState({ stopped: true })
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
  useImporting.setState({ progress: { done: 0, total: waiting.length }, failures: [], stopped: false })
  const imported: Output<'articles.import'>[] = []
  for (const [index, one] of waiting.entries()) {
    if (useImporting.getState().stopped) break
    try {
      imported.push(await client.call('articles.import', await one.read()))
    } catch (error) {
      const failure = { name: one.name, message: error instanceof Error ? error.message : String(error) }
      useImporting.setState(({ failures }) => ({ failures: [...failures, failure] }))
    }
    useImporting.setState({ progress: { done: index + 1, total: waiting.length } })
  }
  useImporting.setState({ progress: null })
  showResult(imported)
  return useImporting.getState().failures.length === 0
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
