/** The workflows are what GitHub accepts, by its own language service, and keep to what we allow them. */
import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

// GitHub's packages import JSON without the attribute that Node asks for.
registerHooks({ load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context) })
const { validate } = await import('@actions/languageservice')

const root = join(import.meta.dirname, '..')
const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder)
const ci = readFileSync(join(folder, 'ci.yml'), 'utf8')

/** The service remembers what it found by the address, so each look has another. */
let looks = 0

/** Each thing that is wrong, as "line: what". Warnings too, such as of a name that no expression knows. */
async function mistakes(workflow: string): Promise<string[]> {
  const found = await validate(TextDocument.create(`file:///.github/workflows/${looks++}.yml`, 'yaml', 0, workflow))
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`)
}

interface Job { 'timeout-minutes'?: number; permissions?: unknown; steps: { uses?: string; run?: string }[] }
interface Workflow { permissions: unknown; jobs: Record<string, Job> }

describe.each(workflows)('%s', (name) => {
  const words = readFileSync(join(folder, name), 'utf8')
  const { permissions, jobs } = parse(words) as Workflow

  it('is what GitHub accepts', async () => {
    expect(await mistakes(words)).toEqual([])
  })

  it('may only read, holds no secret, and every job ends by itself', () => {
    expect(permissions).toEqual({ contents: 'read' })
    expect(words).not.toMatch(/secrets\.|pull_request_target/)
    for (const [job, { permissions: more, 'timeout-minutes': limit }] of Object.entries(jobs)) {
      expect(more, job).toBeUndefined()
      expect(limit, job).toBeGreaterThan(0)
    }
  })

  it('names every action by a commit, with its version beside it', () => {
    const used = words.split('\n').filter((line) => /\buses:/.test(line))
    expect(used.length).toBeGreaterThan(0)
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('runs scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    const named = [...words.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script)
    expect(named.filter((script) => !Object.hasOwn(scripts, script!))).toEqual([])
  })
})

describe('a broken workflow is found out', () => {
  it.each([
    ['an unknown key', ci.replace('timeout-minutes', 'timeout-minute'), 'timeout-minute'],
    ['a job that needs one which isn’t there', ci.replace('needs: test', 'needs: tests'), 'tests'],
    ['a name that the matrix doesn’t have', ci.replace('matrix.os }})', 'matrix.system }})'), 'system'],
    ['an expression that doesn’t end', ci.replace("== 'pull_request' }}", "== 'pull_request }}"), 'pull_request'],
    ['a step that does nothing', ci.replace('- run: npm test\n', '- name: npm test\n'), 'run'],
    ['broken YAML', ci.replace('jobs:\n', 'jobs\n'), ''],
  ])('%s', async (_, broken, word) => {
    expect(broken).not.toBe(ci)
    expect((await mistakes(broken)).join('\n')).toMatch(word === '' ? /./ : word)
  })
})
