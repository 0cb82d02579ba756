/** Keeps an open library backed up, each task in a thread of its own, one after the other; knows what the person should be told of it. */
import { Worker } from 'node:worker_threads'
import type { Backup } from '../shared/library.ts'
import { AppError, unwrap } from '../shared/rpc.ts'
import type { FromBackupWorker } from './backup-worker.ts'
import { listInPlaces, type Made, type Places } from './database/backups/back-up.ts'
import { takingTurns } from './taking-turns.ts'

export interface BackupTask {
  /** `copy`: to the second place, what is not there yet. */
  act: 'daily' | 'asked' | 'copy' | 'restore'
  places: Places
  /** That of the backup to restore. */
  name?: string
}

export interface KeeperParts {
  workerFile: string
  places: () => Places
  /** What is to be told has changed, or there is a new backup. */
  onChange: () => void
  log: (line: string) => void
}

/** How often to see whether a day has gone by, in ms: the app may run for weeks. */
const HOUR = 60 * 60 * 1000

export type BackupKeeper = ReturnType<typeof createBackupKeeper>

export function createBackupKeeper({ workerFile, places, onChange, log }: KeeperParts) {
  const inTurn = takingTurns()
  let problem: string | null = null
  let hourly: NodeJS.Timeout | undefined

  const run = (task: Omit<BackupTask, 'places'>): Promise<unknown> => {
    const where = places()
    return inTurn(() => inThread(workerFile, { ...task, places: where }, log))
  }
  const tell = (found: string | null): void => {
    problem = found
    onChange()
  }
  async function make(act: 'daily' | 'asked'): Promise<Made | undefined> {
    try {
      const made = await run({ act }) as Made | undefined
      if (made) tell(made.problem)
      return made
    } catch (error) {
      tell((error as Error).message)
      throw error
    }
  }
  /** One that can't be made keeps nobody from working. */
  const daily = (): void => void make('daily').catch((error: Error) => log(`daily backup: ${error.message}`))

  return {
    problem: (): string | null => problem,
    /** For a library that has just been opened. */
    begin(): void {
      problem = null
      clearInterval(hourly)
      hourly = setInterval(daily, HOUR).unref()
      daily()
    },
    /** Settles once nothing is under way. */
    async stop(): Promise<void> {
      clearInterval(hourly)
      await inTurn(async () => undefined)
    },
    list: (): Backup[] => listInPlaces(places()),
    async create(): Promise<Backup> {
      const { backup, problem: found } = (await make('asked'))!
      if (backup.damaged) throw new AppError('damaged', found ?? 'The library is damaged.')
      return backup
    },
    copy: async (): Promise<void> => { tell(((await run({ act: 'copy' })) as string | undefined) ?? null) },
    restore: (name: string): Promise<unknown> => run({ act: 'restore', name }),
  }
}

function inThread(workerFile: string, task: BackupTask, log: (line: string) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { task } })
    worker.on('message', ({ reply, cause }: FromBackupWorker) => {
      if (cause !== undefined) log(`backup: ${cause}`)
      try {
        resolve(unwrap(reply))
      } catch (error) {
        reject(error as Error)
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new AppError('internal', 'The backup was broken off.')))
  })
}
