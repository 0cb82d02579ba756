/** What a start names: files, and the folder of a library. Switches that are Chromium's are passed over. */
import path from 'node:path'
import { parseArgs } from 'node:util'

export interface StartArguments {
  library: string | undefined
  /** Absolute paths. */
  files: string[]
}

/** `words`: the command line after the program's name. */
export function readStartArguments(words: string[], folder: string): StartArguments {
  const { values, positionals } = parseArgs({ args: words, options: { library: { type: 'string' } }, strict: false, allowPositionals: true })
  return {
    library: typeof values.library === 'string' && values.library ? path.resolve(folder, values.library) : undefined,
    files: positionals.map((file) => path.resolve(folder, file)),
  }
}
