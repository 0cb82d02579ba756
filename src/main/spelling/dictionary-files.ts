/** The folder that a person puts dictionaries into: NAME.aff and NAME.dic of each, and the words that they added themselves. */
import { appendFile, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/rpc.ts'
import type { Dictionary } from '../../shared/spelling.ts'
import { dictionaryText, type DictionaryText } from './dictionary-text.ts'

/** Bytes. The largest of LibreOffice's files has about 13 MB. */
export const LARGEST_FILE = 32 * 1024 * 1024
const LARGEST_OWN_WORDS = 1024 * 1024
const endings = ['aff', 'dic'] as const

/** By name. What is wrong with a file that is there is known once it is read. */
export async function findDictionaries(folder: string): Promise<Dictionary[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new AppError('unreadable', `The folder “${folder}” can’t be read (${error.code ?? error.message}).`)
  })
  // LibreOffice's rules of hyphenation have the same ending.
  const names = files.filter((file) => !file.startsWith('hyph_')).flatMap((file) => /^(.+)\.(?:aff|dic)$/.exec(file)?.[1] ?? [])
  return Promise.all([...new Set(names)].toSorted().map(async (name) => ({
    name,
    problem: await versionOf(folder, name).then(() => null, (error: Error) => error.message),
  })))
}

/** Changes when one of the two files does. Throws `unreadable` with a sentence where one is missing or too large. */
export async function versionOf(folder: string, name: string): Promise<string> {
  const found = await Promise.all(endings.map((ending) => stat(join(folder, `${name}.${ending}`)).catch((error: NodeJS.ErrnoException) => error)))
  if (found.every(isMissing)) throw new AppError('unreadable', `“${name}.aff” and “${name}.dic” are not in the folder any more.`)
  const versions = found.map((one, index) => {
    const file = `${name}.${endings[index]!}`
    if (isMissing(one)) throw new AppError('unreadable', `“${file}” is missing. Put it beside “${name}.${endings[1 - index]!}”.`)
    if (one instanceof Error || !one.isFile()) throw new AppError('unreadable', `“${file}” can’t be read. Is it a file, and may you read it?`)
    if (one.size > LARGEST_FILE) throw new AppError('too-large', `“${file}” is larger than ${LARGEST_FILE / 1024 / 1024} MB, which no dictionary is.`)
    return `${one.size}@${one.mtimeMs}`
  })
  return versions.join(' ')
}

function isMissing(found: object): boolean {
  return 'code' in found && found.code === 'ENOENT'
}

export async function readDictionary(folder: string, name: string): Promise<DictionaryText & { version: string }> {
  const version = await versionOf(folder, name)
  const [aff, dic] = await Promise.all(endings.map((ending) => readFile(join(folder, `${name}.${ending}`)).catch(() => {
    throw new AppError('unreadable', `“${name}.${ending}” can’t be read. May you read it?`)
  })))
  return { ...dictionaryText(name, aff!, dic!), version }
}

/** One word a line. */
function ownWordsFile(folder: string): string {
  return join(folder, 'own-words.txt')
}

export async function readOwnWords(folder: string): Promise<string[]> {
  const file = ownWordsFile(folder)
  const found = await stat(file).catch(() => undefined)
  if (!found) return []
  if (!found.isFile() || found.size > LARGEST_OWN_WORDS) throw new AppError('too-large', `“${file}” is no file of at most ${LARGEST_OWN_WORDS / 1024 / 1024} MB. Shorten it, or move it elsewhere.`)
  return (await readFile(file, 'utf8')).split(/\s+/u).filter((word) => word !== '' && !word.includes('\0'))
}

export async function addOwnWord(folder: string, word: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (!(await readOwnWords(folder)).includes(word)) await appendFile(ownWordsFile(folder), `${word}\n`)
}
