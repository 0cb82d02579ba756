/** A library that was taken away while it was open: its thread holds what it can until another one is open. */
import { homedir } from 'node:os'
import { databaseFile } from './database/open-database.ts'
import { rescueFolder } from './database/rescue.ts'
import { isAnother } from './database/still-there.ts'
import { AppError, unwrap } from '../shared/rpc.ts'
import type { GoneMessage, LibraryThread } from './library-thread.ts'

export type GoneLibrary = ReturnType<typeof holdGone>

export function holdGone(thread: LibraryThread, { message, isHeld, file }: GoneMessage) {
  let isSaved = false
  const rescue = isHeld ? rescueFolder(homedir(), new Date()) : null
  return {
    open: false as const, message, damaged: !isHeld, rescue, thread,
    async save(folder: string): Promise<void> {
      unwrap(await thread.rescue(folder))
      isSaved = true
    },
    /** Throws where a file would be opened in its place that is another, and nothing of what is held is saved. */
    refuseOther(folder: string): void {
      if (isHeld && !isSaved && isAnother(databaseFile(folder), file)) throw loss('The file that is there now is not the library that was open')
    },
    /** Throws where nothing of what is held is saved. */
    refuseRestoring(): void {
      if (isHeld && !isSaved) throw loss('A backup holds less than the library that was open')
    },
  }
}

function loss(why: string): AppError {
  return new AppError('conflict', `${why}, and what Counterpoint still holds of it would be lost. Save a rescue copy first, then try again.`)
}
