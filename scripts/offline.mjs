/**
 * The offline proof: the end-to-end specs in a network namespace that has the loopback interface alone (Linux),
 * with the recorder of what the processes try to reach. `npm run test:offline -- --grep WORDS` runs a part.
 */
import { spawnSync } from 'node:child_process'
import { runEndToEnd } from './end-to-end.mjs'

const asRoot = process.getuid?.() === 0
const namespace = ['unshare', '--net', ...(asRoot ? [] : ['--map-root-user'])]
const inNamespace = [...namespace, 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

const reason = whyNot()
if (reason) {
  console.error(reason)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
console.log('== Offline: end to end with loopback alone')
process.exit(runEndToEnd({ within: inNamespace, words: process.argv.slice(2) }) ? 0 : 1)

/** Undefined when the namespace can be made and has nothing but loopback. */
function whyNot() {
  if (process.platform !== 'linux') return 'The offline proof needs Linux: it runs in a network namespace.'
  const made = spawnSync(namespace[0], [...namespace.slice(1), 'true'], { encoding: 'utf8' })
  if (made.error || made.status !== 0) return `A network namespace can’t be made here: ${made.error?.message ?? made.stderr.trim()}. Allow unshare, or run as root.`
  const links = spawnSync(inNamespace[0], [...inNamespace.slice(1), 'ip', '-brief', 'link', 'show', 'up'], { encoding: 'utf8' })
  if (links.status !== 0) return `The loopback interface can’t be brought up: ${links.stderr.trim()}. Install iproute2.`
  const others = links.stdout.split('\n').filter((line) => line && !line.startsWith('lo '))
  return others.length > 0 ? `There is more than loopback in the namespace: ${others.join(', ')}` : undefined
}
