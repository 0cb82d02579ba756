/** The worker thread that reads sources, so that a large page never holds up main. */
import { parentPort } from 'node:worker_threads'
import { AppError, failure, type Reply } from '../../shared/rpc.ts'
import { readSource, type Source } from './read-source.ts'

export interface ReadRequest {
  id: number
  source: Source
}
/** `cause` is for the log: what a programmer needs to know of an error that is not an AppError. */
export interface ReadReply {
  id: number
  reply: Reply
  cause?: string
}

parentPort?.on('message', async ({ id, source }: ReadRequest) => parentPort?.postMessage(await replyTo(id, source)))

async function replyTo(id: number, source: Source): Promise<ReadReply> {
  try {
    return { id, reply: { ok: true, output: await readSource(source) } }
  } catch (error) {
    const cause = error instanceof AppError ? {} : { cause: error instanceof Error ? error.stack ?? error.message : String(error) }
    return { id, reply: failure(error, () => {}), ...cause }
  }
}
