/** Runs the end-to-end specs with the network recorder, and closes with the plain line of what passed and failed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { loopbackAlone } from './loopback-alone.mjs'

const root = path.join(import.meta.dirname, '..')
const results = path.join(root, '.cache', 'e2e.json')
const network = path.join(root, '.cache', 'network.jsonl')

/**
 * `offline`: the stories run with loopback alone where that can be had, or not at all without it. Gives back whether all went well.
 * A story that failed is seen again, with a trace, by `npm run e2e -- --last-failed --trace on`.
 */
export function runEndToEnd({ offline = 'where it can be had', words = [] } = {}) {
  mkdirSync(path.dirname(results), { recursive: true })
  for (const file of [results, network]) rmSync(file, { force: true })
  const { within, reason } = loopbackAlone()
  console.log(reason ? `${reason} The network is watched by the recorder alone.` : 'With loopback alone: nothing beyond this machine can be reached.')
  if (reason && offline === 'always') return close(false, false)
  const [command, ...rest] = [...within, process.execPath, path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=line,json', ...words]
  const recorder = path.join(root, 'e2e', 'network-recorder.cjs')
  const { status, error } = spawnSync(command, rest, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(recorder)}`.trim(),
      COUNTERPOINT_NETWORK_LOG: network,
      PLAYWRIGHT_JSON_OUTPUT_FILE: results,
    },
  })
  if (error) console.error(error.message)
  const outside = linesOf(network)
  for (const line of outside) console.error(`Tried to reach beyond this machine: ${line}`)
  return close(status === 0, outside.length > 0)
}

/** A run that broke off, and a request that got recorded, each count as one failure. */
function close(well, recorded) {
  const report = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { stats: {}, suites: [] }
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats
  for (const [reason, count] of skippedFor(report.suites)) console.log(`Skipped ${count}: ${reason}`)
  for (const name of flakyIn(report.suites)) console.log(`Passed only when it was tried again: ${name}`)
  const broken = !well && unexpected === 0
  const failed = unexpected + Number(broken) + Number(recorded)
  console.log(closingLine(expected + flaky, failed, skipped))
  return failed === 0 && expected + flaky > 0
}

export function closingLine(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function linesOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}

function flakyIn(suites) {
  return suites.flatMap((suite) => [
    ...flakyIn(suite.suites ?? []),
    ...(suite.specs ?? []).filter((spec) => spec.tests.some(({ status }) => status === 'flaky')).map(({ file, title }) => `${file}: ${title}`),
  ])
}

/** How many specs were skipped for which reason. */
function skippedFor(suites, reasons = new Map()) {
  for (const suite of suites) {
    skippedFor(suite.suites ?? [], reasons)
    for (const test of (suite.specs ?? []).flatMap((spec) => spec.tests)) {
      if (test.status !== 'skipped') continue
      const reason = test.annotations?.find((each) => each.type === 'skip')?.description ?? 'no reason given'
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
  }
  return reasons
}
