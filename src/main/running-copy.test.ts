import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askRunningCopy, claimLibrary, type Claim } from './running-copy.ts'

describe.skipIf(process.platform === 'win32')('running copy', () => {
  let root: string
  let library: string
  let before: string | undefined
  const claims: Claim[] = []
  const claim = async (folder: string, onOpen: (files: string[]) => void | string = () => {}): Promise<Claim | undefined> => {
    const made = await claimLibrary(folder, onOpen)
    if (made) claims.push(made)
    return made
  }

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'copy-'))
    library = path.join(root, 'library')
    before = process.env['XDG_RUNTIME_DIR']
    process.env['XDG_RUNTIME_DIR'] = path.join(root, 'run')
    mkdirSync(path.join(root, 'run'))
  })
  afterEach(async () => {
    await Promise.all(claims.splice(0).map((made) => made.release()))
    if (before === undefined) delete process.env['XDG_RUNTIME_DIR']
    else process.env['XDG_RUNTIME_DIR'] = before
    rmSync(root, { recursive: true })
  })

  it('refuses a second claim of the same library, and hands it to the next when released', async () => {
    const first = await claim(library)
    expect(first).toBeDefined()
    expect(await claim(library)).toBeUndefined()
    expect(await claim(path.join(root, 'another'))).toBeDefined()
    await claims.shift()!.release()
    expect(await claim(library)).toBeDefined()
  })

  it('knows the library by its real path, also before its folder is made', async () => {
    symlinkSync(root, path.join(root, 'link'))
    await claim(library)
    expect(await claim(path.join(root, 'link', 'library'))).toBeUndefined()
    mkdirSync(library)
    expect(await claim(path.join(root, 'link', 'library'))).toBeUndefined()
  })

  it('hands files to the running copy and brings its message back', async () => {
    const opened: string[][] = []
    await claim(library, (files) => {
      opened.push(files)
      return 'Opened.'
    })
    const files = ['/tmp/a b.txt', '/tmp/odd\n“name”.md']
    expect(await askRunningCopy(library, files)).toEqual({ answered: true, message: 'Opened.' })
    expect(opened).toEqual([files])
  })

  it('says so when nobody runs', async () => {
    expect((await askRunningCopy(library, [])).answered).toBe(false)
  })

  it('takes over the socket of a copy that was killed', async () => {
    const script = `const { claimLibrary } = await import(${JSON.stringify(path.resolve('src/main/running-copy.ts'))})
      if (!(await claimLibrary(process.argv[1], () => {}))) process.exit(3)
      process.kill(process.pid, 'SIGKILL')`
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script, library]).signal).toBe('SIGKILL')
    expect(readdirSync(path.join(root, 'run', 'counterpoint'))).toHaveLength(1)
    expect(await claim(library)).toBeDefined()
    expect(await claim(library)).toBeUndefined()
  })

  it('leaves one owner when several start at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => claim(library)))
    expect(made.filter(Boolean)).toHaveLength(1)
  })

  it('keeps the folder of its sockets closed to others', async () => {
    const folder = path.join(root, 'run', 'counterpoint')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    await claim(library)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})
