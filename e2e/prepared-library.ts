/**
 * What a story begins with, where that is more than it is about: made by the app without a face, in the test's own process,
 * and brought in by importing the library's file. Through the window each step would cost what every open screen asks anew.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createApp } from '../src/main/app.ts'
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import { unwrap } from '../src/shared/rpc.ts'
import { ask } from './ask.ts'
import { removeFolder } from './faces/running-app.ts'

export type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>

interface Prepared<T> { result: T; base64: string }
/** By their names: the same contents are made once in a process. */
const prepared = new Map<string, Promise<Prepared<unknown>>>()

/** Imports what `make` makes, in one step of undo; gives back what `make` gives. Identifiers are the same in the library. */
export async function bringIn<T>(page: Page, name: string, make: (ask: Ask) => Promise<T>): Promise<T> {
  if (!prepared.has(name)) prepared.set(name, prepare(make))
  const { result, base64 } = await prepared.get(name)! as Prepared<T>
  await ask(page, 'articles.import', { kind: 'file', name: `${name}.json`, base64 })
  return result
}

async function prepare<T>(make: (ask: Ask) => Promise<T>): Promise<Prepared<T>> {
  const library = mkdtempSync(join(tmpdir(), 'counterpoint-prepared-'))
  const app = await createApp({ library, log: (line) => { throw new Error(line) } })
  const askIt: Ask = async (name, input) => unwrap(await app.dispatch(name, input, { client: 'command-line' })) as Output<typeof name>
  try {
    const result = await make(askIt)
    const { content } = await askIt('exports.render', { format: 'json' })
    return { result, base64: Buffer.from(content).toString('base64') }
  } finally {
    await app.close()
    removeFolder(library)
  }
}
