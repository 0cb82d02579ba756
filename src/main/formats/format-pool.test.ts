import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '../../shared/rpc.ts'
import { createFormatReader } from './format-pool.ts'

const workerFile = fileURLToPath(new URL('format-worker.ts', import.meta.url))

it('reads off the main thread, and errors cross with their code', async () => {
  const reader = createFormatReader(workerFile)
  try {
    const bad = reader.read({ kind: 'file', name: 'a.txt', bytes: new Uint8Array() })
    const good = reader.read({ kind: 'text', text: 'Title\n\nOne paragraph.' })
    const refusal = await bad.catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'bad-input', message: '“a.txt” is empty: there is nothing to import.' })
    expect((await good).details.title).toBe('Title')
  } finally {
    await reader.close()
  }
})

it('starts again after it was closed', async () => {
  const reader = createFormatReader(workerFile)
  await reader.close()
  expect((await reader.read({ kind: 'text', text: 'Words of it.' })).words).toBe(3)
  await reader.close()
})

it('refuses when its worker can not run', async () => {
  const reader = createFormatReader(`${workerFile}.missing`)
  await expect(reader.read({ kind: 'text', text: 'Words' })).rejects.toMatchObject({ code: 'unreadable' })
})

describe('a source that is too much', () => {
  // No file of this size is too much any more, so a worker here does what it is told: it goes on for ever, takes memory, or reads.
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-format-pool-'))
  const toldWorker = path.join(folder, 'worker.mjs')
  writeFileSync(toldWorker, `
    import { parentPort, threadId } from 'node:worker_threads'
    parentPort.on('message', ({ text }) => {
      const kept = []
      while (text === 'for ever');
      while (text === 'memory') kept.push({ of: kept.length })
      while (text === 'large pieces') kept.push(new Array(5_000_000).fill(kept.length))
      if (text === 'end') process.exit(1)
      parentPort.postMessage({ reply: { ok: true, output: threadId } })
    })`)
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['for ever', 'timed-out', 'The pasted text takes too long to read: it was given up after 1 second, and nothing was added.'],
    ['memory', 'too-large', 'The pasted text takes more than 0.3 GB of memory to read: it was given up, and nothing was added.'],
    ['large pieces', 'too-large', 'The pasted text takes more than 0.3 GB of memory to read: it was given up, and nothing was added.'],
    ['end', 'unreadable', 'The pasted text could not be read: reading it was broken off. Nothing was added.'],
  ])('is given up, and what waits behind it is read in a fresh thread: %s', async (text, code, message) => {
    const reader = createFormatReader(toldWorker, { time: text === 'for ever' ? 1000 : 60_000, memory: 300 })
    const [before, tooMuch, after, last] = await Promise.allSettled(['a', text, 'b', 'c'].map((each) => reader.read({ kind: 'text', text: each })))
    await reader.close()
    expect(tooMuch).toMatchObject({ status: 'rejected', reason: { code, message: expect.stringContaining(message) as string } })
    expect([before, after, last].map((each) => each!.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    const [first, second, third] = [before, after, last].map((each) => (each as PromiseFulfilledResult<unknown>).value)
    expect(second).not.toBe(first)
    expect(third).toBe(second)
  })

  it('is broken off when the reader is closed', async () => {
    const reader = createFormatReader(toldWorker)
    const reads = Promise.allSettled(['for ever', 'a'].map((text) => reader.read({ kind: 'text', text })))
    await reader.close()
    expect((await reads).map((each) => each.status)).toEqual(['rejected', 'rejected'])
  })

  it('leaves the real reader its work, within what it may take', async () => {
    const reader = createFormatReader(workerFile, { time: 1, memory: 1024 })
    const read = reader.read({ kind: 'file', name: 'folder/long.txt', bytes: new TextEncoder().encode('Words of it. '.repeat(1_000_000)) })
    await expect(read).rejects.toMatchObject({ code: 'timed-out', message: expect.stringContaining('“long.txt” takes too long') as string })
    await reader.close()
  })
})
