/** What a start names: files, and the folder of a library. Switches that are Chromium's are passed over. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export interface StartArguments {
  library: string | undefined
  /** Absolute paths. */
  files: string[]
}

/** The words that are the person's. Unpackaged, the program's name is followed by switches of Electron's and the app's folder. */
export function wordsOfStart(argv: string[], unpackaged: boolean): string[] {
  const words = argv.slice(1)
  return unpackaged ? words.slice(words.findIndex((word) => !word.startsWith('-')) + 1) : words
}

/** `words`: the command line after the program's name. */
export function readStartArguments(words: string[], folder: string): StartArguments {
  const { values, positionals } = parseArgs({ args: words, options: { library: { type: 'string' } }, strict: false, allowPositionals: true })
  return {
    library: typeof values.library === 'string' && values.library ? path.resolve(folder, values.library) : undefined,
    files: positionals.map((file) => path.resolve(folder, plainPath(file))),
  }
}

/** Linux desktops give the files that are opened or dropped on the icon as `file:` addresses. */
function plainPath(file: string): string {
  try {
    return file.startsWith('file:') ? fileURLToPath(file) : file
  } catch {
    return file
  }
}
