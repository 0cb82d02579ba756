/** `node scripts/with-node.mjs FILE [WORDS]`: runs a file of this folder in a Node that is new enough. FILE is relative to the folder above. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeProgram } from './node-program.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [file, ...words] = process.argv.slice(2)
const target = path.join(root, file)
const program = findProgram()
if (program === process.execPath) await runHere()
else runIn(program)

function findProgram() {
  try {
    const { execPath, versions, platform, arch } = process
    return nodeProgram({ execPath, versions, platform, arch, root })
  } catch (error) {
    console.error(error.message)
    return process.exit(1)
  }
}

async function runHere() {
  process.argv = [process.execPath, target, ...words]
  await import(pathToFileURL(target).href)
}

/** Ends as the other Node ends. A terminal's Ctrl C reaches both: that one decides. */
function runIn(program) {
  const child = spawn(program, [target, ...words], { stdio: 'inherit' })
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('close', (status, signal) => {
    if (!signal) process.exit(status)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
