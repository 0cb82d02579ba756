/**
 * A network namespace that has the loopback interface alone (Linux): what runs in it can reach nothing beyond this machine.
 * Nobody else's rights are taken up: one who is not root stays who they are, with no capability left.
 */
import { spawnSync } from 'node:child_process'

const isRoot = process.getuid?.() === 0
const own = isRoot ? ['unshare', '--net'] : ['unshare', '--net', '--map-current-user', '--keep-caps']
const withoutRights = isRoot ? '' : 'setpriv --ambient-caps=-all --inh-caps=-all -- '
const words = [...own, 'sh', '-c', `ip link set lo up && exec ${withoutRights}"$@"`, 'sh']

/** `within`: the command that runs the words after it in the namespace; else `reason`, a sentence that says why there is none. */
export function loopbackAlone() {
  const reason = whyNot()
  return reason ? { within: [], reason } : { within: words }
}

function whyNot() {
  if (process.platform !== 'linux') return 'A network namespace needs Linux.'
  const made = run([...own, 'sh', '-c', ':'])
  if (made.status !== 0) return `A network namespace can’t be made here: ${made.error?.message ?? made.stderr.trim()}.`
  const links = run([...words, 'ip', '-brief', 'link', 'show', 'up'])
  if (links.status !== 0) return `The loopback interface can’t be brought up: ${links.stderr.trim()}. Install iproute2.`
  const others = links.stdout.split('\n').filter((line) => line && !line.startsWith('lo '))
  return others.length > 0 ? `There is more than loopback in the namespace: ${others.join(', ')}.` : undefined
}

function run([command, ...rest]) {
  return spawnSync(command, rest, { encoding: 'utf8' })
}
