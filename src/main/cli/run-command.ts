/** Runs one command. Results go to `out`, everything else to `err`; gives the exit status. */
import { readFile } from 'node:fs/promises'
import type { CounterpointEvent, Input, OperationName, Output } from '../../shared/contract.ts'
import type { LibraryFile, WrittenFile } from '../../shared/export.ts'
import { diskFault } from '../../shared/disk-fault.ts'
import { guessedWords } from '../../shared/guessed-details.ts'
import { AppError, unwrap, type Dispatch } from '../../shared/rpc.ts'
import { createApp } from '../app.ts'
import type { ReadSource } from '../articles/import-service.ts'
import { backUpDaily, type Places } from '../database/backups/back-up.ts'
import { openDesk } from '../desk.ts'
import { chooseLibrary, isRemembered, platformPaths } from '../platform-paths.ts'
import { printable } from '../printable.ts'
import { programFiles, programVersion } from '../server/program-files.ts'
import { serve } from '../server/serve.ts'
import { openSettingsFile } from '../settings/settings-file.ts'
import { untilStopped } from '../server/until-stopped.ts'
import { readSourceFile, readSourceStream, type SendPart } from '../source-file.ts'
import { verifyFile } from '../verify/verify-file.ts'
import { parseCommand, usage, UsageError, type Command } from './parse-command.ts'
import { checkOutput, writeOutput } from './write-output.ts'

export interface Streams {
  input: AsyncIterable<Uint8Array>
  out: (text: string) => void
  err: (text: string) => void
  /** Reads articles in another thread, within the budget of an import. Without it they are read here. */
  readSource?: ReadSource
}

export async function runCommandLine(words: string[], streams: Streams): Promise<number> {
  try {
    return await run(parseCommand(words), streams)
  } catch (error) {
    if (error instanceof UsageError) {
      streams.err(`${error.message}\n\n${usage}`)
      return 2
    }
    streams.err(`${sentenceOf(error)}\n`)
    return 1
  }
}

async function run(command: Command, streams: Streams): Promise<number> {
  switch (command.name) {
    case 'help': streams.out(usage); return 0
    case 'version': streams.out(`${programVersion()}\n`); return 0
    case 'serve': return runServe(command, streams)
    case 'verify': return runVerify(command, streams)
    case 'export': case 'export-comparison': if (command.output !== undefined) await checkOutput(command.output, command.force)
  }
  return withLibrary(command.library, streams, async (dispatch) => {
    switch (command.name) {
      case 'import': return runImport(command, dispatch, streams)
      case 'articles': return runArticles(command, dispatch, streams)
      case 'search': return runSearch(command, dispatch, streams)
      case 'export': return runExport(command, dispatch, streams)
      case 'export-comparison': return runExportComparison(command, dispatch, streams)
    }
  })
}

async function withLibrary<T>(library: string | undefined, { err, readSource }: Streams, act: (dispatch: Dispatch) => Promise<T>): Promise<T> {
  const paths = platformPaths()
  const folder = chooseLibrary(library, paths)
  const app = await createApp({ library: folder, mustExist: isRemembered(folder, paths), log: (text) => err(`${text}\n`), ...(readSource ? { readSource } : {}) })
  app.subscribe(progressTo(err))
  try {
    if (!app.readOnly) await backUpFirst({ folder, second: openSettingsFile(paths.settings).get().backupFolder }, err)
    return await act(app.dispatch)
  } finally {
    await app.close()
  }
}

/** A large library's file tells each tenth of its way. */
function progressTo(err: Streams['err']): (event: CounterpointEvent) => void {
  let told = 0
  return (event) => {
    if (event.name !== 'imports.progress') return
    const tenths = Math.floor(10 * event.done / event.total)
    if (tenths > told && tenths < 10) err(`${tenths}0 % done\n`)
    told = tenths
  }
}

/** A daily backup that can't be made is told, and keeps nothing from being done. */
async function backUpFirst(places: Places, err: Streams['err']): Promise<void> {
  try {
    const made = await backUpDaily(places, new Date())
    if (made?.problem) err(`${made.problem}\n`)
  } catch (error) {
    err(`${sentenceOf(error)}\n`)
  }
}

/** Each file is its own transaction; one that fails does not stop the next. */
async function runImport({ files, json, encoding }: Command & { name: 'import' }, dispatch: Dispatch, { input, out, err }: Streams): Promise<number> {
  let status = 0
  for (const file of files) {
    try {
      const sendPart: SendPart = (part) => call(dispatch, 'articles.importPart', part)
      const source = file === '-' ? await readSourceStream(input, { shown: 'standard input', name: 'standard input', sendPart }) : await readSourceFile(file, sendPart)
      const imported = await call(dispatch, 'articles.import', encoding !== undefined && (source.kind === 'file' || source.kind === 'parts') ? { ...source, encoding } : source)
      out(json ? jsonLine({ ...imported, file }) : line(imported.id, imported.title))
      if (imported.doubtful !== undefined) err(`${naming(file, `The file does not say what it is in; it was read as ${imported.doubtful}. If that is wrong, import it again with --encoding.`)}\n`)
      if (imported.newVersion) err(`“${printable(imported.title)}” has a newer version, which waits to be looked at in the window.\n`)
      else if (imported.existing) err(`“${printable(imported.title)}” ${imported.fromBin ? 'was in the bin and is back' : 'is there already'}.\n`)
      for (const sentence of imported.mended) err(`Put right: ${sentence}.\n`)
    } catch (error) {
      err(`${naming(file, sentenceOf(error))}\n`)
      status = 1
    }
  }
  return status
}

async function runArticles({ json }: Command & { name: 'articles' }, dispatch: Dispatch, { out }: Streams): Promise<number> {
  const archived = await call(dispatch, 'articles.list', { view: 'archive' })
  for (const article of [...await call(dispatch, 'articles.list', {}), ...archived]) {
    out(json ? jsonLine(article) : line(article.id, article.title, article.publisher, article.published, guessedWords(article.guessed, ['title', 'publisher', 'published'])))
  }
  return 0
}

async function runSearch({ words, json }: Command & { name: 'search' }, dispatch: Dispatch, { out }: Streams): Promise<number> {
  for (const hit of await call(dispatch, 'search.find', { words })) {
    out(json ? jsonLine(hit) : line(hit.articleId ?? '', hit.articleTitle, hit.excerpt.map(({ text }) => text).join('')))
  }
  return 0
}

/** What is left out goes to `err`. */
async function runExport({ format, articleId, output, force }: Command & { name: 'export' }, dispatch: Dispatch, { out, err }: Streams): Promise<number> {
  const { content, ...told } = await call(dispatch, 'exports.render', { format, ...(articleId === undefined ? {} : { articleId }) })
  if (output === undefined) out(content)
  else await writeOutput(output, content, force)
  tellLosses(told, err)
  return 0
}

/** By its title or its identifier. What is left out goes to `err`. */
async function runExportComparison({ format, comparison, output, force }: Command & { name: 'export-comparison' }, dispatch: Dispatch, { out, err }: Streams): Promise<number> {
  const saved = (await call(dispatch, 'comparisons.list', {})).find(({ id, title }) => title === comparison || id === comparison)
  if (comparison && !saved) throw new AppError('not-found', `There is no comparison “${printable(comparison)}” in the library.`)
  const { content, encoding, ...told } = await call(dispatch, 'exports.renderComparison', { format, comparisonId: comparison ? saved!.id : null })
  if (output === undefined) out(content)
  else await writeOutput(output, Buffer.from(content, encoding), force)
  tellLosses(told, err)
  return 0
}

function tellLosses({ losses, damaged }: Pick<WrittenFile, 'losses' | 'damaged'>, err: Streams['err']): void {
  for (const loss of losses) err(`Not included: ${loss}\n`)
  for (const name of damaged) err(`Damaged, and written as it is: ${printable(name)}. “verify” says more.\n`)
}

/** A Counterpoint file is checked without opening a library. What differs is a result: it goes to `out`. */
async function runVerify({ library, file, json, repair }: Command & { name: 'verify' }, streams: Streams): Promise<number> {
  const found = file === undefined
    ? await withLibrary(library, streams, async (dispatch) => {
        if (repair) await repairLibrary(dispatch, streams)
        return call(dispatch, 'library.verify', {})
      })
    : await verifyFile(await readExport(file), printable(file), () => withLibrary(library, streams, readContents))
  const { revisions, highlights, ranges, differences } = found
  if (json) streams.out(jsonLine(found))
  else if (differences.length === 0) streams.out(line(`All equal: ${highlights} highlights, ${ranges} ranges, ${revisions} revisions.`))
  else for (const { id, kind, sentence } of differences) streams.out(line(id, kind, sentence))
  return differences.length === 0 ? 0 : 1
}

/** Each thing by itself: one that does not fit does not keep the others from being taken. What stays damaged, verify tells. */
async function repairLibrary(dispatch: Dispatch, { out, err }: Streams): Promise<void> {
  await call(dispatch, 'search.remake', {})
  for (const { table, row, name, backup } of await call(dispatch, 'damage.offers', {})) {
    const isDamaged = (await call(dispatch, 'damage.list', {})).some((one) => one.table === table && one.row === row)
    if (!backup || !isDamaged) continue
    try {
      await call(dispatch, 'damage.take', { rows: [{ table, row }] })
      out(line(`${table}-${row}`, `taken from the backup of ${backup.madeAt.slice(0, 16).replace('T', ' ')} UTC`, name))
    } catch (error) {
      err(line(`${table}-${row}`, sentenceOf(error)))
    }
  }
}

async function readContents(dispatch: Dispatch): Promise<LibraryFile> {
  return JSON.parse((await call(dispatch, 'exports.render', { format: 'json' })).content) as LibraryFile
}

/** An export may be larger than what can be imported. */
async function readExport(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new AppError('unreadable', `“${printable(file)}” can't be read (${(error as NodeJS.ErrnoException).code}). Check the name.`)
  }
}

/** The address lets one browser in, once: it is printed here and nowhere else. */
async function runServe({ library, port }: Command & { name: 'serve' }, { out, err }: Streams): Promise<number> {
  const log = (text: string): void => err(`${text}\n`)
  const desk = await openDesk({ ...(library === undefined ? {} : { library }), paths: platformPaths(), ...programFiles, version: programVersion(), log })
  try {
    const server = await serve(desk, { port, rendererFolder: programFiles.rendererFolder, log })
    const stop = untilStopped()
    out(`${server.invite()}\n`)
    await stop
    await server.close()
  } finally {
    await desk.close()
  }
  return 0
}

async function call<N extends OperationName>(dispatch: Dispatch, name: N, input: Input<N>): Promise<Output<N>> {
  return unwrap(await dispatch(name, input, { client: 'command-line' })) as Output<N>
}

function line(...fields: string[]): string {
  return `${fields.map(printable).join('\t')}\n`
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  const fault = diskFault(error)
  if (fault) return fault.message
  return error instanceof Error ? error.stack ?? error.message : String(error)
}

/** Among several files, each message says which it is about. */
function naming(file: string, sentence: string): string {
  const shown = file === '-' ? 'standard input' : printable(file)
  return sentence.includes(shown) ? sentence : `${shown}: ${sentence}`
}
