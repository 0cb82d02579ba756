/** Where the built program's parts are. Every module of main is built into one folder, beside the page's. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const part = (address: string): string => fileURLToPath(new URL(address, import.meta.url))

export const programFiles = {
  workerFile: part('./library-worker.js'),
  formatWorkerFile: part('./format-worker.js'),
  spellingWorkerFile: part('./spelling-worker.js'),
  backupWorkerFile: part('./backup-worker.js'),
  rendererFolder: part('../renderer'),
}

export function programVersion(): string {
  return (JSON.parse(readFileSync(part('../../package.json'), 'utf8')) as { version: string }).version
}
