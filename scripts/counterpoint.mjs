/** `npm run -s counterpoint -- COMMAND`: the command line. Nothing but the command's own output goes to standard output. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded, root } from './build-if-needed.mjs'

try {
  await buildIfNeeded((line) => process.stderr.write(`${line}\n`))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
// npm runs scripts in the package's folder; file names are meant from where the user is.
if (process.env.npm_lifecycle_event === 'counterpoint' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import(pathToFileURL(path.join(root, 'out', 'main', 'cli.js')).href)
