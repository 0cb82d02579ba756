/** A dictionary of our own for tests, as small as one can be: plurals, a compound, and letters beyond ASCII. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const affixes = `SET UTF-8
TRY esianrtolcdugmphbyfvkwz
COMPOUNDFLAG C
COMPOUNDMIN 3
SFX S Y 1
SFX S 0 s .
`
export const words = '6\nbridge/S\nharbour/SC\nwall/SC\nRiver\nisn\'t\nnaïve\n'

export function putDictionary(folder: string, name: string, { aff = affixes, dic = words }: { aff?: string | Uint8Array; dic?: string | Uint8Array } = {}): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.aff`), aff)
  writeFileSync(join(folder, `${name}.dic`), dic)
}
