/** `node scripts/keep-busy.mjs COMMAND [WORDS]`: runs a command while as many processes as there are cores do nothing but count. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

const counting = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;) {}'], { stdio: 'ignore' }))
const [command, ...words] = process.argv.slice(2)
const child = spawn(command, words, { stdio: 'inherit', shell: process.platform === 'win32' })
process.on('SIGINT', () => undefined)
process.on('exit', () => counting.forEach((one) => one.kill('SIGKILL')))
child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`)
  process.exit(1)
})
child.on('close', (status) => process.exit(status ?? 1))
