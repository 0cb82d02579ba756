/** What becomes of a start when Electron's program does this or that. A small program stands in for Electron's; the start is the real one. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { programPath } from './electron-program.mjs'
import { BROWSER_FACE, copyProject, programFolder, SHOWN, start, watch, write, type Project, type Started } from './project-copy.ts'

const CHROMIUM = '[2265:0913/142223.670841:'

function startWith(lines: string, { env = {} as NodeJS.ProcessEnv, words = [] as string[] } = {}): Started & { project: Project; folder: string } {
  const project = copyProject()
  const folder = programFolder(project, lines)
  return { project, folder, ...start(project, { words, env: { ELECTRON_OVERRIDE_DIST_PATH: folder, ...env } }) }
}

const says = (text: string, end: string): string => `process.stderr.write(${JSON.stringify(`${text}\n`)}, () => ${end})`
const signal = (name: string): string => `process.kill(process.pid, '${name}')`

describe.skipIf(process.platform === 'win32')('a window that shows', () => {
  it('has the app’s folder, the library and the files, and nothing that makes Electron a bare Node', async () => {
    const { ended, project } = startWith(SHOWN, { env: { ELECTRON_RUN_AS_NODE: '1' }, words: ['--library', 'mine', 'a text.md'] })
    const given = [project.folder, ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []), `--library=${path.join(project.folder, 'mine')}`, path.join(project.folder, 'a text.md')]
    expect(await ended).toEqual({ status: 0, signal: null, output: `Window of ${JSON.stringify(given)} undefined\n` })
  })

  it.skipIf(process.platform !== 'linux').each([
    [{ DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, '"--ozone-platform=wayland"'],
    [{ DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }, undefined],
  ])('is told of the display where only one is named: %o', async (env, expected) => {
    const { output } = await startWith(SHOWN, { env }).ended
    expect(/"--ozone[^"]+"/.exec(output)?.[0]).toBe(expected)
  })

  it('passes on what Electron says, before and after', async () => {
    const { output, status } = await startWith(`console.error('before'); process.send({ counterpoint: 'shown' }, () => ${says('after', 'process.exit(3)')})`).ended
    expect(output).toBe('before\nafter\n')
    expect(status).toBe(3)
  })

  it('is told of in one sentence when it breaks down, and no browser opens', async () => {
    const { output, status } = await startWith(`process.send({ counterpoint: 'shown' }, () => ${signal('SIGKILL')})`).ended
    expect(output).toBe('Counterpoint’s window ended unexpectedly (SIGKILL): start it again with npm start.\n')
    expect(status).toBe(1)
  })
})

describe.skipIf(process.platform === 'win32')('a second start', () => {
  it('ends when it has handed its files over', async () => {
    const { output, status } = await startWith(`process.send({ counterpoint: 'handed-over' }, () => ${says('Opened in the Counterpoint that is running.', 'process.exit(0)')})`).ended
    expect(output).toBe('Opened in the Counterpoint that is running.\n')
    expect(status).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('Electron that ends before it shows a window', () => {
  const suid = (helper: string): string => says(`${CHROMIUM}FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:166] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I'm aborting now. You need to make sure that ${helper} is owned by root and has mode 4755.`, signal('SIGTRAP'))

  it('for want of a sandbox: the command that allows it is given, and the browser face opens with what was asked for', async () => {
    const project = copyProject()
    const folder = path.join(project.folder, 'a program')
    const helper = path.join(folder, 'chrome-sandbox')
    write(helper, '')
    programFolder(project, suid(helper))
    const { output, status } = await start(project, { env: { ELECTRON_OVERRIDE_DIST_PATH: folder }, words: ['a.md', '--no-open'] }).ended
    const quoted = `'${helper.replaceAll("'", String.raw`'\''`)}'`
    expect(output).toBe([
      'Counterpoint opens in the browser, because this system does not let Electron set up its sandbox: allow it once with',
      `  sudo chown root: ${quoted} && sudo chmod 4755 ${quoted}`,
      `${BROWSER_FACE} --no-open ${path.join(project.folder, 'a.md')}`,
      '',
    ].join('\n'))
    expect(status).toBe(0)
  })

  it.each([
    ['no helper for a sandbox', says(`${CHROMIUM}FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu 23.10+ …`, signal('SIGTRAP')), /does not let Electron set up its sandbox: whoever looks after it has to allow unprivileged user namespaces for .*a program\./],
    ['root', says(`${CHROMIUM}FATAL:electron/shell/app/electron_main_delegate.cc:298] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.`, signal('SIGTRAP')), /because Electron does not run as root: start Counterpoint as another user\.\n/],
    ['a desktop that is gone', says(`${CHROMIUM}ERROR:ui/ozone/platform/x11/ozone_platform_x11.cc:249] Missing X server or $DISPLAY\n${CHROMIUM}ERROR:ui/aura/env.cc:257] The platform failed to initialize.  Exiting.`, 'process.exit(1)'), /because the desktop does not answer \(DISPLAY=:99\): start Counterpoint from a terminal of the desktop\.\n/],
    ['a missing library of the system', says('electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory', 'process.exit(127)'), /because Electron needs libnss3\.so, which is not installed here: install it with the system’s packages\.\n/],
  ])('because of %s: one sentence takes the place of its log', async (_case, lines, sentence) => {
    const { output, status } = await startWith(lines).ended
    expect(output).toMatch(sentence)
    expect(output.split('\n')).toEqual([expect.stringMatching(/^Counterpoint opens in the browser, because /), BROWSER_FACE, ''])
    expect(status).toBe(0)
  })

  it('for a reason that nobody knows: what it said is passed on', async () => {
    const { output } = await startWith(says('[1:2:ERROR:gpu.cc] GPU process isn’t usable. Goodbye.', signal('SIGTRAP'))).ended
    expect(output).toBe(`[1:2:ERROR:gpu.cc] GPU process isn’t usable. Goodbye.\nCounterpoint opens in the browser, because Electron ended before it had shown a window (SIGTRAP).\n${BROWSER_FACE}\n`)
  })

  it('having said itself what is wrong with the library: nothing is added, and no browser opens', async () => {
    const { output, status } = await startWith(says('This library is from a newer Counterpoint.', 'process.exit(1)')).ended
    expect(output).toBe('This library is from a newer Counterpoint.\n')
    expect(status).toBe(1)
  })

  it('as its file is no program', async () => {
    const project = copyProject()
    const folder = path.join(project.folder, 'a program')
    write(path.join(folder, programPath()), 'no program', 0o644)
    const { output } = await start(project, { env: { ELECTRON_OVERRIDE_DIST_PATH: folder } }).ended
    expect(output).toMatch(/because Electron’s program could not be started \(spawn .* EACCES\)\.\n/)
  })
})

describe('what keeps a window from opening', () => {
  it('is a folder without the program in ELECTRON_OVERRIDE_DIST_PATH: it is named, and nothing is fetched', async () => {
    const { output, status } = await start(copyProject(), { env: { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' } }).ended
    expect(output).toBe(`Counterpoint opens in the browser, because ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron’s program (${path.join('/nowhere', programPath())}): correct it, or unset it.\n${BROWSER_FACE}\n`)
    expect(status).toBe(0)
  })

  it.skipIf(process.platform !== 'linux')('is the want of a desktop: nothing is fetched', async () => {
    const { output } = await start(copyProject(), { env: { DISPLAY: '' } }).ended
    expect(output).toBe(`Counterpoint opens in the browser, because there is no desktop here to open a window on.\n${BROWSER_FACE}\n`)
  })

  it.skipIf(process.platform !== 'linux')('is root: nothing is fetched', async () => {
    const { output } = await start(copyProject(), { env: { NODE_OPTIONS: '--import=data:text/javascript,process.getuid=()=>0' } }).ended
    expect(output).toBe(`Counterpoint opens in the browser, because Electron does not run as root: start Counterpoint as another user.\n${BROWSER_FACE}\n`)
  })

  it('is nothing that matters when the browser is asked for', async () => {
    expect((await start(copyProject(), { words: ['--browser', '--port', '0'] }).ended).output).toBe(`${BROWSER_FACE} --port=0\n`)
  })
})

describe.skipIf(process.platform === 'win32')('a start that is asked to end', () => {
  const running = (onSignals: string): string => `
    ${onSignals}
    process.send({ counterpoint: 'shown' }, () => console.log('is open'))
    setInterval(() => undefined, 1e6)
  `

  it('by Ctrl C waits until Electron has closed by itself', async () => {
    const started = startWith(running(`
      process.on('SIGTERM', () => console.log('was pressed'))
      process.once('SIGINT', () => process.send({ counterpoint: 'closing' }, () => { console.log('has closed'); process.exit(0) }))
    `))
    await started.until('is open')
    process.kill(-started.child.pid!, 'SIGINT')
    expect(await started.ended).toEqual({ status: 0, signal: null, output: 'is open\nhas closed\n' })
  })

  it('by Ctrl C presses one that stays, with a signal that it can still close on', async () => {
    const started = startWith(running(`
      process.on('SIGINT', () => console.log('stays'))
      process.on('SIGTERM', () => { console.log('has closed'); process.exit(0) })
    `))
    await started.until('is open')
    process.kill(-started.child.pid!, 'SIGINT')
    expect(await started.ended).toEqual({ status: 0, signal: null, output: 'is open\nstays\nhas closed\n' })
  })

  it('by SIGTERM passes it on', async () => {
    const started = startWith(running(`process.on('SIGTERM', () => { console.log('has closed'); process.exit(0) })`))
    await started.until('is open')
    started.child.kill('SIGTERM')
    expect(await started.ended).toEqual({ status: 0, signal: null, output: 'is open\nhas closed\n' })
  })

  it('before the window shows opens no browser, and what was held back is told', async () => {
    const started = startWith(says('cannot get on', `console.log('waits')`) + ';setInterval(() => undefined, 1e6)')
    await started.until('waits')
    process.kill(-started.child.pid!, 'SIGINT')
    expect(await started.ended).toEqual({ status: 130, signal: null, output: 'waits\ncannot get on\n' })
  })

  it('on Windows asks Electron to quit and never ends it', async () => {
    const project = copyProject()
    const folder = programFolder(project, running(`
      process.on('SIGTERM', () => console.log('was pressed'))
      process.on('message', (message) => { console.log(message.counterpoint); setTimeout(() => process.exit(0), 300) })
    `))
    const lines = `
      import { runElectron } from ${JSON.stringify(path.join(project.folder, 'scripts/start/run-electron.mjs'))}
      const ended = await runElectron({ program: ${JSON.stringify(path.join(folder, programPath()))}, words: [], platform: 'win32', patience: 1 })
      console.log(ended.status, ended.stopped)
    `
    const started = watch(spawn(process.execPath, ['--input-type=module', '--eval', lines], { env: project.env, stdio: ['ignore', 'pipe', 'pipe'] }))
    await started.until('is open')
    started.child.kill('SIGINT')
    expect((await started.ended).output).toBe('is open\nquit\n0 true\n')
  })
})
