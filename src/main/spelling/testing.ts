/** For tests: a dictionary of our own, as small as one can be (plurals, a compound, letters beyond ASCII), and a desk that uses it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { unwrap } from '../../shared/rpc.ts'
import type { SpellingState } from '../../shared/spelling.ts'
import { openDesk } from '../desk.ts'
import type { Face } from '../face.ts'
import { temporaryFolder } from '../testing.ts'

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

export const workerFile = join(import.meta.dirname, 'spelling-worker.ts')

/** A desk on the face that checks with dictionaries, and one that is chosen and switched on. */
export async function aSpellingDesk({ face = { spelling: 'dictionaries' }, chosen = 'en_GB' }: { face?: Face; chosen?: string | null } = {}) {
  const home = temporaryFolder()
  const folder = join(home, 'dictionaries')
  const desk = await openDesk({
    library: join(home, 'library'), version: '0', log: () => undefined, face, spellingWorkerFile: workerFile, backupWorkerFile: join(import.meta.dirname, '../backup-worker.ts'),
    workerFile: join(import.meta.dirname, '../library-worker.ts'), formatWorkerFile: join(import.meta.dirname, '../formats/format-worker.ts'),
    paths: { data: home, config: home, library: join(home, 'library'), settings: join(home, 'settings.json') },
  })
  onTestFinished(() => desk.close())
  const call = async (name: string, input: unknown = {}) => unwrap(await desk.dispatch(name, input, { client: 'window:main' }))
  const state = () => call('spelling.state') as Promise<SpellingState>
  const problemOf = async (name: string) => (await state()).dictionaries.find((one) => one.name === name)?.problem
  const check = (...words: string[]) => call('spelling.check', { words })
  if (chosen) await call('settings.update', { spelling: true, dictionary: chosen })
  return { desk, folder, call, state, problemOf, check }
}
