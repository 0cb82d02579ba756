/** Words of the command line in, one command out. Wrong usage is thrown as a UsageError with one sentence. */
import { parseArgs } from 'node:util'
import { encodings, type EncodingLabel } from '../../shared/encodings.ts'
import { comparisonFormats, exportFormats, type ComparisonFormat, type ExportFormat } from '../../shared/export.ts'
import { printable } from '../printable.ts'
import { parsePort } from '../server/parse-port.ts'

export const usage = `Usage: counterpoint COMMAND [OPTION...]

  import FILE... | -        Import files, or what comes in on standard input. Prints ID and title.
      [--encoding NAME]     What the files are in, where it was told wrongly: the text waits as a newer version.
  articles                  List the articles: ID, title, publisher, date, guesses.
  search WORDS              Search articles, highlights and notes: article ID, title, excerpt.
  export --format FORMAT    Export everything, or one article; what is left out is named on
                            standard error. FORMAT is ${exportFormats.join(', ')}.
      [--article ID] [--output FILE] [--force]
  export --comparison NAME --format FORMAT
                            Export a comparison, or with "" the matrix of all statements. FORMAT is
                            ${comparisonFormats.join(', ')}.
      [--output FILE] [--force]
  verify [FILE]             Check every quote against its text, character by character; or an export's.
                            Ends with 1, and the identifiers, when anything differs.
  verify --repair           Take what is damaged, and only that, from the newest backup that has it,
                            then check. Each can be undone.
  serve [--port N]          Serve the app to a browser on this computer. Prints its address.
  help                      Print this.

  --library DIR             The library's folder (or COUNTERPOINT_LIBRARY).
  --json                    JSON lines, for import, articles, search and verify.
  --version                 Print the version.
`

export class UsageError extends Error {}

export type Command =
  | { name: 'help' }
  | { name: 'version' }
  | { name: 'import'; library: string | undefined; json: boolean; files: string[]; encoding: EncodingLabel | undefined }
  | { name: 'articles'; library: string | undefined; json: boolean }
  | { name: 'search'; library: string | undefined; json: boolean; words: string }
  | { name: 'export'; library: string | undefined; format: ExportFormat; articleId: string | undefined; output: string | undefined; force: boolean }
  | { name: 'export-comparison'; library: string | undefined; format: ComparisonFormat; comparison: string; output: string | undefined; force: boolean }
  | { name: 'verify'; library: string | undefined; json: boolean; file: string | undefined; repair: boolean }
  | { name: 'serve'; library: string | undefined; port: number }

const optionsOf: Record<string, string[]> = {
  import: ['library', 'json', 'encoding'],
  articles: ['library', 'json'],
  search: ['library', 'json'],
  export: ['library', 'format', 'article', 'comparison', 'output', 'force'],
  verify: ['library', 'json', 'repair'],
  serve: ['library', 'port'],
}

export function parseCommand(words: string[]): Command {
  const { values, positionals } = readWords(words)
  const [name, ...rest] = positionals
  if (values.help || name === 'help') return { name: 'help' }
  if (values.version) return { name: 'version' }
  if (name === undefined) throw new UsageError('Name a command.')
  const allowed = Object.hasOwn(optionsOf, name) ? optionsOf[name]! : undefined
  if (!allowed) throw new UsageError(`There is no command “${printable(name)}”.`)
  const stray = Object.keys(values).find((option) => !allowed.includes(option))
  if (stray) throw new UsageError(`--${stray} does not go with ${name}.`)
  if (values.library === '') throw new UsageError('--library needs the path of a folder.')
  return commandOf(name, rest, values)
}

type Values = ReturnType<typeof readWords>['values']

function readWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' }, library: { type: 'string' }, json: { type: 'boolean' },
        format: { type: 'string' }, encoding: { type: 'string' }, article: { type: 'string' }, comparison: { type: 'string' }, output: { type: 'string' }, force: { type: 'boolean' }, repair: { type: 'boolean' }, port: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(`${printable((error as Error).message.split(/[.\n]/, 1)[0]!)}.`)
  }
}

function commandOf(name: string, rest: string[], values: Values): Command {
  const { library, json = false } = values
  switch (name) {
    case 'import':
      if (rest.length === 0) throw new UsageError('Name the files to import, or - for standard input.')
      if (rest.includes('-') && rest.length > 1) throw new UsageError('Import either files or standard input.')
      return { name, library, json, files: rest, encoding: encodingOf(values.encoding) }
    case 'search': {
      const text = rest.join(' ').trim()
      if (!text) throw new UsageError('Name the words to search for.')
      return { name, library, json, words: text }
    }
    case 'verify':
      if (rest.length > 1) throw new UsageError('Verify one file at a time.')
      if (values.repair && rest.length > 0) throw new UsageError('--repair is for the library, not for a file.')
      return { name, library, json, file: rest[0], repair: values.repair ?? false }
  }
  if (rest.length > 0) throw new UsageError(`${name} takes no “${printable(rest[0]!)}”.`)
  if (name === 'articles') return { name, library, json }
  if (name === 'serve') return { name, library, port: portOf(values.port) }
  return exportOf(values)
}

function exportOf({ library, format, article, comparison, output, force = false }: Values): Command {
  if (comparison === undefined) return { name: 'export', library, format: formatOf(format, exportFormats), articleId: article, output: outputOf(output), force }
  if (article !== undefined) throw new UsageError('Export either an article or a comparison.')
  const chosen = formatOf(format, comparisonFormats)
  if (output === undefined && bytes.includes(chosen)) throw new UsageError(`${chosen} is no text: name a file for it with --output.`)
  return { name: 'export-comparison', library, format: chosen, comparison, output: outputOf(output), force }
}

const bytes: ComparisonFormat[] = ['docx', 'odt']

function formatOf<F extends string>(text: string | undefined, formats: readonly F[]): F {
  const format = formats.find((known) => known === text)
  if (!format) throw new UsageError(`${text === undefined ? 'Name a format' : `There is no format “${printable(text)}”`}: --format ${formats.join(', ')}.`)
  return format
}

function encodingOf(text: string | undefined): EncodingLabel | undefined {
  const encoding = encodings.find((known) => known === text?.toLowerCase())
  if (text !== undefined && !encoding) throw new UsageError(`There is no encoding “${printable(text)}”: --encoding ${encodings.join(', ')}.`)
  return encoding
}

function outputOf(text: string | undefined): string | undefined {
  if (text === '') throw new UsageError('--output needs the name of a file.')
  return text
}

function portOf(text: string | undefined): number {
  try {
    return parsePort(text)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
