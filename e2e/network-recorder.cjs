/**
 * Records what a Node process tries to reach beyond this machine: one JSON line each in the file COUNTERPOINT_NETWORK_LOG.
 * Loaded with NODE_OPTIONS=--require, so that child processes and worker threads record too. Nothing is held back.
 */
const { appendFileSync } = require('node:fs')
const dgram = require('node:dgram')
const dns = require('node:dns')
const net = require('node:net')
const { syncBuiltinESMExports } = require('node:module')

const file = process.env.COUNTERPOINT_NETWORK_LOG

function isLoopback(host) {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^(::ffff:)?127\./.test(host)
}

function record(how, host) {
  if (!host || isLoopback(host)) return
  appendFileSync(file, `${JSON.stringify({ how, host, process: process.argv.slice(0, 3) })}\n`)
}

/** Runs `before` with the arguments, then the method itself. */
function watch(owner, name, before) {
  const original = owner[name]
  if (typeof original !== 'function') return
  owner[name] = Object.assign(function watched(...given) {
    before(given)
    return Reflect.apply(original, this, given)
  }, original)
}

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or those wrapped in one array as Node's own callers do. */
function hostOfConnect(given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given
  if (first && typeof first === 'object') return first.path ? undefined : first.host
  return typeof second === 'string' ? second : undefined
}

if (file) {
  watch(net.Socket.prototype, 'connect', (given) => record('connect', hostOfConnect(given)))
  for (const method of ['send', 'connect']) {
    // The message may be a string too: it comes first.
    watch(dgram.Socket.prototype, method, (given) => record(`datagram ${method}`, given.slice(1).find((each) => typeof each === 'string')))
  }
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (/^(lookup|resolve|reverse)/.test(name)) watch(owner, name, (given) => record(`dns ${name}`, String(given[0] ?? '')))
    }
    for (const name of ['resolve', 'resolve4', 'resolve6', 'reverse']) if (!Object.hasOwn(owner, name)) watch(owner, name, (given) => record(`dns ${name}`, String(given[0] ?? '')))
  }
  syncBuiltinESMExports()
}
