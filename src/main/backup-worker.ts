/** The thread of one task on backups: reading, checking and copying a whole library holds up nobody else. */
import { parentPort, workerData } from 'node:worker_threads'
import { failure, type Reply } from '../shared/rpc.ts'
import type { BackupTask } from './backup-keeper.ts'
import { backUp, backUpDaily, restoreFromPlaces } from './database/backups/back-up.ts'
import { copyToSecondPlace } from './database/backups/second-place.ts'

export interface FromBackupWorker { reply: Reply; cause?: string }

const { task } = workerData as { task: BackupTask }
const answer = (message: FromBackupWorker): void => parentPort!.postMessage(message)

try {
  answer({ reply: { ok: true, output: await carryOut(task) } })
} catch (error) {
  let cause: string | undefined
  const reply = failure(error, () => { cause = error instanceof Error ? error.stack ?? error.message : String(error) })
  answer({ reply, ...(cause === undefined ? {} : { cause }) })
}

async function carryOut({ act, places, name }: BackupTask): Promise<unknown> {
  switch (act) {
    case 'daily': return backUpDaily(places, new Date())
    case 'asked': return backUp(places, 'asked', new Date())
    case 'copy': return places.second === null ? undefined : copyToSecondPlace(places.second, places.folder)
    case 'restore': return restoreFromPlaces(places, name ?? '', new Date())
  }
}
