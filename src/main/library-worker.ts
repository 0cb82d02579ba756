/** The one thread that touches the library's database, so that main never waits on SQLite. */
import { parentPort, workerData } from 'node:worker_threads'
import { diskFault } from '../shared/disk-fault.ts'
import { AppError, failure, type CallContext, type Reply } from '../shared/rpc.ts'
import { createApp, type App } from './app.ts'
import { DamagedLibrary } from './database/open-database.ts'
import { syncedBy } from './database/synced-folder.ts'
import { createFormatReader } from './formats/format-pool.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './library-thread.ts'

const port = parentPort!
const { library, uploads, mustExist, formatWorkerFile } = workerData as WorkerOptions
const formats = createFormatReader(formatWorkerFile)
const send = (message: FromWorker): void => port.postMessage(message)
const log = (line: string): void => send({ type: 'log', line })

try {
  const app = await createApp({
    library, uploads, mustExist, log, readSource: (source) => formats.read(source),
    onGone: ({ message, isHeld, file }) => send({ type: 'gone', gone: { message, isHeld, file } }),
  })
  app.subscribe((event) => send({ type: 'event', event }))
  port.on('message', (message: ToWorker) => void answer(app, message))
  const synced = syncedBy(library)
  send({ type: 'opened', found: { ...(app.readOnly ? { readOnly: app.readOnly } : {}), ...(synced === undefined ? {} : { syncedBy: synced }) } })
} catch (error) {
  const known = error instanceof AppError ? error : diskFault(error)
  if (!known) log(String(error instanceof Error ? error.stack : error))
  const message = known?.message ?? 'Counterpoint made a mistake while it opened the library. The log says more.'
  send({ type: 'unavailable', message, damaged: error instanceof DamagedLibrary })
  port.close()
}

/** What can't be carried over to main – too deep, say – is answered all the same. */
function sendReply(id: number, reply: Reply, name: string): void {
  try {
    send({ type: 'reply', id, reply })
  } catch (error) {
    send({ type: 'reply', id, reply: failure(error, () => log(`${name}: its answer could not be sent: ${String(error)}`)) })
  }
}

async function answer(app: App, message: ToWorker): Promise<void> {
  if (message.type === 'call') {
    sendReply(message.id, await app.dispatch(message.name, message.input, message.context as CallContext), message.name)
  } else if (message.type === 'rescue') {
    const reply = await app.rescue(message.folder).then((output): Reply => ({ ok: true, output }), (error: unknown) => failure(error, () => log(String(error))))
    send({ type: 'reply', id: message.id, reply })
  } else {
    await formats.close()
    await app.close()
    send({ type: 'closed' })
    port.close()
  }
}
