/**
 * `npm run test:packed`: what electron-builder makes of the app, as far as that can be known without Electron's program,
 * and how large it is. Installs electron-builder in packaging/ the first time.
 */
import { spawnSync } from 'node:child_process'
import { globSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { loadPackager, Refusal } from './packager.mjs'

const packs = path.join(root, '.cache', 'packed')

rmSync(packs, { recursive: true, force: true })
try {
  await buildIfNeeded(console.log)
  loadPackager()
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  process.exitCode = spawnSync(process.execPath, [vitest, 'run', '--config', 'packaging/vitest.config.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1
  for (const line of sizes()) console.log(line)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(packs, { recursive: true, force: true })
}

/** What ships beside Electron, a line for each system. */
function sizes() {
  const archives = globSync('*/**/app.asar', { cwd: packs }).map((file) => {
    const system = path.basename(file.split(path.sep)[0]).split('-').slice(0, 2).join(' ')
    const beside = globSync('app.asar.unpacked/**/*.node', { cwd: path.join(packs, path.dirname(file)) })
    const library = beside.reduce((sum, name) => sum + statSync(path.join(packs, path.dirname(file), name)).size, 0)
    return `${system}: ${megabytes(statSync(path.join(packs, file)).size)} MB in the archive, ${megabytes(library)} MB beside it; Electron’s own files come on top`
  })
  return new Set(archives.toSorted())
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}
