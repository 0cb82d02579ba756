/** The files that come with the program: `resources/` beside the source tree, the build or the packaged app. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function resource(...parts: string[]): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'resources', 'sample')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'resources', ...parts)
}
