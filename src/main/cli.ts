/** The command line: the same library, the same operations, without a window. */
import { runCommandLine } from './cli/run-command.ts'
import { createFormatReader } from './formats/format-pool.ts'
import { programFiles } from './server/program-files.ts'
import { diskFault } from '../shared/disk-fault.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') process.exit(0)
  const reason = diskFault(error)?.code === 'disk-full' ? 'the disk is full' : error.code ?? error.message
  process.stderr.write(`The output can't be written: ${reason}.\n`)
  process.exit(1)
})
// Where nobody can be told, the status still tells.
process.stderr.on('error', () => undefined)

const formats = createFormatReader(programFiles.formatWorkerFile)
process.exitCode = await runCommandLine(process.argv.slice(2), {
  readSource: formats.read,
  input: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
