/**
 * Hunspell's two files as Hunspell takes them from us: in UTF-8, whatever they are written in (hunspell(5): SET, FLAG),
 * with the number of words that there are, which it makes room for.
 */
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { AppError } from '../../shared/rpc.ts'

export interface DictionaryText {
  affixes: string
  words: string
}

/** What hunspell(5) calls encodings by other names than the Encoding Standard. */
const otherNames: Record<string, string> = { 'tis620-2533': 'tis-620', 'microsoft-cp1251': 'windows-1251' }
/** Such as "UTF-8" after "SET". */
const SET = /^\uFEFF?SET[ \t]+(\S+).*$/m

/** Throws `unreadable` with a sentence. */
export function dictionaryText(name: string, aff: Uint8Array, dic: Uint8Array): DictionaryText {
  // The keywords are ASCII in every encoding that a dictionary may have.
  const said = SET.exec(new TextDecoder('windows-1252').decode(aff).replace('ï»¿', ''))?.[1] ?? 'ISO8859-1'
  const encoding = normalizeEncoding(otherNames[said.toLowerCase()] ?? said)
  if (!encoding || encoding === 'replacement' || encoding.startsWith('utf-16')) throw new AppError('unreadable', `“${name}.aff” says that it is written in “${said}”, which Counterpoint does not know.`)
  const decode = (bytes: Uint8Array, file: string): string => {
    const text = new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n')
    if (isDamaged(text)) throw new AppError('unreadable', `“${file}” is damaged, or not written in ${said} as “${name}.aff” says. Get another copy of both files.`)
    return text
  }
  return { affixes: inUtf8(decode(aff, `${name}.aff`), encoding), words: counted(decode(dic, `${name}.dic`), name) }
}

/** Zeros, or more than one character in a hundred lines that the encoding does not have: dictionaries in use hold a few. */
function isDamaged(text: string): boolean {
  if (text.includes('\0')) return true
  const unknown = text.match(/\uFFFD/g)?.length ?? 0
  return unknown > 0 && unknown > (text.match(/\n/g)?.length ?? 0) / 100
}

/** A flag that is one byte in another encoding becomes one character, so Hunspell has to read flags as characters. */
function inUtf8(affixes: string, encoding: string): string {
  const flags = encoding === 'utf-8' || /^FLAG[ \t]/m.test(affixes) ? '' : 'FLAG UTF-8\n'
  return `SET UTF-8\n${flags}${affixes.replace(SET, '')}`
}

function counted(words: string, name: string): string {
  const [first = '', ...lines] = words.split('\n')
  if (!/^\s*\d+\s*$/.test(first.replace(/[#\t].*$/, ''))) throw new AppError('unreadable', `“${name}.dic” does not begin with the number of its words, as a dictionary does. Get another copy of it.`)
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length === 0) throw new AppError('unreadable', `“${name}.dic” holds no words. Get another copy of it.`)
  return `${filled.length}\n${filled.join('\n')}\n`
}
