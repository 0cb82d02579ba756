import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../shared/rpc.ts'
import { steppingClock, temporaryFolder } from '../testing.ts'
import { databaseFile, openDatabase } from './open-database.ts'
import { createWriteQueue, KeptRefusal } from './write-queue.ts'

/** A queue on a library with a table of its own, that tells words; and another program's connection. */
async function aQueue(patience?: number) {
  const folder = temporaryFolder()
  const db = await openDatabase(folder, steppingClock())
  db.exec('CREATE TABLE word (word TEXT)')
  const other = new Sqlite(databaseFile(folder))
  onTestFinished(() => { db.close(); other.close() })
  const told: string[] = []
  const queue = createWriteQueue<string>(db, (word) => told.push(`${word} with ${other.prepare('SELECT count(*) FROM word').pluck().get() as number} written`), patience === undefined ? {} : { patience })
  const put = (word: string): void => { db.prepare('INSERT INTO word VALUES (?)').run(word) }
  return { ...queue, put, told, other, words: () => other.prepare('SELECT word FROM word').pluck().all() }
}

test('what happened is told once others can read it; of what failed nothing is there, and nothing is told', async () => {
  const { write, emit, put, told, words } = await aQueue()
  const act = write(() => {
    put('one')
    emit('first')
    put('two')
  })
  await act
  expect(told).toEqual(['first with 2 written'])
  await expect(write(() => {
    put('three')
    emit('second')
    throw new AppError('conflict', 'No.')
  })).rejects.toThrow('No.')
  expect(told).toHaveLength(1)
  expect(words()).toEqual(['one', 'two'])
  emit('by itself')
  expect(told).toHaveLength(2)
})

test('a refusal that is kept leaves what was written', async () => {
  const { write, emit, put, told, words } = await aQueue()
  await expect(write(() => {
    put('one')
    emit('first')
    throw new KeptRefusal('conflict', 'Not so.')
  })).rejects.toThrow('Not so.')
  expect(words()).toEqual(['one'])
  expect(told).toEqual(['first with 1 written'])
})

test('a lock that is not given back is a sentence, and later acts go on', async () => {
  const { write, put, other, words } = await aQueue(0)
  other.exec('BEGIN IMMEDIATE')
  const refused = write(() => put('one'))
  await expect(refused).rejects.toMatchObject({ code: 'busy', message: 'Another program is writing to this library. Nothing was changed. Try again in a moment.' })
  other.exec('COMMIT')
  await write(() => put('two'))
  expect(words()).toEqual(['two'])
})
