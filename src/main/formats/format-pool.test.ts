import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
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
