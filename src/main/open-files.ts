/** Files given at a start: imported one by one, and the last one shown in the window. */
import type { CounterpointEvent, Output } from '../shared/contract.ts'
import { diskFault } from '../shared/disk-fault.ts'
import { AppError, unwrap, type Dispatch } from '../shared/rpc.ts'
import { MAIN_WINDOW, windowClient } from './window-client.ts'
import { readSourceFile } from './source-file.ts'

export interface FilesTarget {
  dispatch: Dispatch
  emit(event: CounterpointEvent): void
}

/** Gives one sentence for each file that could not be imported. */
export async function openFiles(target: FilesTarget, files: string[]): Promise<string[]> {
  const failures: string[] = []
  let shown: string | undefined
  for (const file of files) {
    try {
      const source = await readSourceFile(file, async (part) => unwrap(await target.dispatch('articles.importPart', part, { client: windowClient(MAIN_WINDOW) })))
      const imported = unwrap(await target.dispatch('articles.import', source, { client: windowClient(MAIN_WINDOW) })) as Output<'articles.import'>
      shown = imported.id
    } catch (error) {
      failures.push(error instanceof AppError ? error.message : diskFault(error)?.message ?? String(error))
    }
  }
  if (shown !== undefined) {
    // For a page that is still to load; the event is for one that is open.
    await target.dispatch('settings.update', { lastArticleId: shown }, { client: windowClient(MAIN_WINDOW) })
    target.emit({ name: 'articles.opened', id: shown })
  }
  return failures
}
