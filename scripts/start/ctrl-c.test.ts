/** Ctrl C while Electron's program is fetched, typed into a terminal: `script` of util-linux makes one. */
import { spawn, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { installedProgram } from './electron-program.mjs'
import { begin, giving, serve, type Mirror } from './mirror.ts'
import { archive, BROWSER_FACE, copyProject, start, watch, type Project, type Started } from './project-copy.ts'

const CTRL_C = '\u0003'
const QUESTION = 'Open in the browser instead? [Y/n] '
const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

/** A server that gives the first half and then nothing more, but the rest when asked for it. */
function pausing(project: Project): Promise<Mirror> {
  const bytes = archive(project, { more: { filler: crypto.getRandomValues(new Uint8Array(60_000)) } })
  return serve((request, response, from) => {
    if (from) return giving(bytes)(request, response, from)
    begin(response, bytes, 0)
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)))
  })
}

function inTerminal(project: Project, command: string, mirror: Mirror): Started & { type(keys: string): void } {
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { cwd: project.folder, env: { ...project.env, TERM: 'xterm', ELECTRON_MIRROR: mirror.address }, stdio: ['pipe', 'pipe', 'pipe'] })
  return { ...watch(child), type: (keys) => void child.stdin.write(keys) }
}

const startScript = `"${process.execPath}" scripts/start.mjs`

describe.skipIf(!hasTerminals)('Ctrl C while Electron’s program is fetched', () => {
  it('offers the browser once, though npm sends it on a second time; the next start fetches only the rest', async () => {
    const project = copyProject({ scripts: { start: startScript } })
    const mirror = await pausing(project)
    const started = inTerminal(project, 'npm start', mirror)
    await started.until('Ctrl C to do without.')
    await started.until(' 50 %')
    started.type(CTRL_C)
    await started.until(QUESTION)
    started.type('\r')
    const { output } = await started.ended
    expect(output).toContain(BROWSER_FACE)
    expect(output.split(QUESTION)).toHaveLength(2)
    expect(installedProgram(project.folder)).toBeUndefined()
    const next = await start(project, { env: { ELECTRON_MIRROR: mirror.address } }).ended
    expect(next.output).toContain('Fetching the rest of Electron')
    expect(next.output).toContain('Window of')
    expect(mirror.asked[1]).toMatch(/ from \d{5}$/)
  })

  it.each([
    ['the answer n', 'n\r', 0],
    ['a second Ctrl C', CTRL_C, 130],
    ['the end of input', '\u0004', 130],
  ])('ends everything on %s', async (_case, keys, expected) => {
    const project = copyProject()
    // A shell that stayed between would answer the Ctrl C as well, with a status of its own: dash does.
    const started = inTerminal(project, `exec ${startScript}`, await pausing(project))
    await started.until(' 50 %')
    started.type(CTRL_C)
    await started.until(QUESTION)
    started.type(keys)
    const { output, status } = await started.ended
    expect(output).not.toContain(BROWSER_FACE)
    expect(status).toBe(expected)
  })
})

describe.skipIf(process.platform === 'win32')('a fetch without a terminal', () => {
  it.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('ends on %s without a question', async (signal, expected) => {
    const project = copyProject()
    const mirror = await pausing(project)
    const started = start(project, { env: { ELECTRON_MIRROR: mirror.address } })
    await started.until('50 % of')
    process.kill(-started.child.pid!, signal)
    const { output, status } = await started.ended
    expect(status).toBe(expected)
    expect(output).not.toContain('Open in the browser')
    expect(output).not.toContain(BROWSER_FACE)
  })
})
