/** The worker thread that reads sources, so that a large page never holds up main. */
import { parentPort } from 'node:worker_threads'
import { AppError, failure, type Reply } from '../../shared/rpc.ts'
import { readSource } from './read-source.ts'
import type { Source } from './source-name.ts'

/** `cause` is for the log: what a programmer needs to know of an error that is not an AppError. */
export interface ReadReply {
  reply: Reply
  cause?: string
}

parentPort?.on('message', async (source: Source) => parentPort?.postMessage(await replyTo(source)))

async function replyTo(source: Source): Promise<ReadReply> {
  try {
    return { reply: { ok: true, output: await readSource(source) } }
  } catch (error) {
    const cause = error instanceof AppError ? {} : { cause: error instanceof Error ? error.stack ?? error.message : String(error) }
    return { reply: failure(error, () => {}), ...cause }
  }
}
