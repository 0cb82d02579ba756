import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { installedProgram } from './electron-program.mjs'
import { fetchElectron } from './fetch-electron.mjs'
import { begin, closedPort, giving, proxyTo, serve, type Mirror } from './mirror.ts'
import { archive, archiveName, BROWSER_FACE, copyProject, start, version, write, type Project } from './project-copy.ts'

const LONG = 60_000
/** On Windows no script can stand in for a program that is started. */
const runs = it.skipIf(process.platform === 'win32')

/** What a quick test takes for a long time, in milliseconds. */
async function fetchFrom(project: Project, mirror: Mirror, limits = { first: LONG, stall: LONG }): Promise<{ problem?: string; signal?: string; output: string }> {
  const output = new PassThrough().setEncoding('utf8')
  const outcome = await fetchElectron({ project: project.folder, limits, env: { ...project.env, ELECTRON_MIRROR: mirror.address }, output })
  return { ...outcome, output: (output.read() as string | null) ?? '' }
}

const at = `/v${version}/${archiveName}`
const incompressible = (size: number): { filler: Uint8Array } => ({ filler: randomBytes(size) })

describe('npm start without Electron’s program', () => {
  runs('fetches it, opens the window with the app’s folder, and fetches nothing the next time', async () => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    const env = { ELECTRON_MIRROR: mirror.address, ELECTRON_RUN_AS_NODE: '1' }
    const first = await start(project, { env, words: ['a text.md'] }).ended
    expect(first.output).toContain(`Fetching Electron ${version}`)
    expect(first.output).toContain(`Window of ${JSON.stringify([project.folder, ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []), path.join(project.folder, 'a text.md')])} undefined`)
    expect(first.status).toBe(0)
    const second = await start(project, { env }).ended
    expect(second.output).toMatch(/^Window of/)
    expect(mirror.asked).toEqual([at])
  })

  it('fetches once more what lies damaged in the cache', async () => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    expect(await fetchFrom(project, mirror)).not.toHaveProperty('problem')
    const kept = readdirSync(project.cache, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.zip'))!
    writeFileSync(path.join(project.cache, kept), 'not an archive')
    rmSync(path.join(project.electron, 'dist'), { recursive: true })
    expect(await fetchFrom(project, mirror)).not.toHaveProperty('problem')
    expect(installedProgram(project.folder)).toBeDefined()
    expect(mirror.asked).toEqual([at, at])
  })

  it('takes nothing half unpacked for whole, and unpacks from the cache', async () => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    await fetchFrom(project, mirror)
    rmSync(path.join(project.electron, 'path.txt'))
    mkdirSync(path.join(project.electron, 'dist-999999999'))
    expect(installedProgram(project.folder)).toBeUndefined()
    expect((await fetchFrom(project, mirror)).output).toBe('Unpacking it…\n')
    expect(installedProgram(project.folder)).toBeDefined()
    expect(readdirSync(project.electron).filter((name) => name.startsWith('dist'))).toEqual(['dist'])
    expect(mirror.asked).toEqual([at])
  })

  runs('is there for two starts at once', async () => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    const env = { ELECTRON_MIRROR: mirror.address }
    const both = await Promise.all([start(project, { env }).ended, start(project, { env }).ended])
    for (const { output, status } of both) expect([output, status]).toEqual([expect.stringContaining('Window of'), 0])
  })
})

describe('a fetch that fails', () => {
  it('is given up when no byte comes, and the browser face opens', async () => {
    const project = copyProject()
    archive(project)
    const mirror = await serve(() => undefined)
    const { problem } = await fetchFrom(project, mirror, { first: 200, stall: LONG })
    expect(problem).toBe(`nothing came from localhost:${mirror.port} within 0.2 seconds`)
  })

  it('is given up when nothing more comes, and goes on from there the next time', async () => {
    const project = copyProject()
    const bytes = archive(project, { more: incompressible(200_000) })
    const mirror = await serve((request, response, from) => {
      if (from) return giving(bytes)(request, response, from)
      begin(response, bytes, 0)
      response.write(bytes.subarray(0, 150_000))
    })
    const first = await fetchFrom(project, mirror, { first: LONG, stall: 300 })
    expect(first.problem).toBe(`nothing more came from localhost:${mirror.port} for 0.3 seconds; the next start goes on with what has come`)
    expect(installedProgram(project.folder)).toBeUndefined()
    const second = await fetchFrom(project, mirror)
    expect(second).not.toHaveProperty('problem')
    expect(second.output).toContain('Fetching the rest of Electron')
    expect(installedProgram(project.folder)).toBeDefined()
    expect(mirror.asked).toEqual([at, `${at} from 150000`])
    expect(readdirSync(path.join(project.folder, '.cache/electron-download'))).toEqual([])
  })

  it('is not given up for being slow', async () => {
    const project = copyProject()
    const bytes = archive(project, { more: incompressible(16_000) })
    const mirror = await serve((_request, response) => {
      begin(response, bytes, 0)
      let sent = 0
      const timer = setInterval(() => {
        response.write(bytes.subarray(sent, sent + 1000))
        sent += 1000
        if (sent < bytes.length) return
        clearInterval(timer)
        response.end()
      }, 200)
    })
    expect(await fetchFrom(project, mirror, { first: LONG, stall: 2500 })).not.toHaveProperty('problem')
    expect(installedProgram(project.folder)).toBeDefined()
  })

  it('goes on at once when the connection breaks', async () => {
    const project = copyProject()
    const bytes = archive(project, { more: incompressible(200_000) })
    const mirror = await serve((request, response, from) => {
      if (from) return giving(bytes)(request, response, from)
      begin(response, bytes, 0)
      response.write(bytes.subarray(0, 150_000), () => response.destroy())
    })
    expect(await fetchFrom(project, mirror)).not.toHaveProperty('problem')
    expect(mirror.asked[1]).toMatch(/ from \d+$/)
  })

  it('begins anew where the server gives no parts', async () => {
    const project = copyProject()
    const bytes = archive(project, { more: incompressible(200_000) })
    let requests = 0
    const mirror = await serve((_request, response) => {
      requests += 1
      begin(response, bytes, 0)
      if (requests > 1) response.end(bytes)
      else response.write(bytes.subarray(0, 150_000))
    })
    await fetchFrom(project, mirror, { first: LONG, stall: 300 })
    expect(await fetchFrom(project, mirror)).not.toHaveProperty('problem')
    expect(installedProgram(project.folder)).toBeDefined()
  })

  it('begins anew when what was kept is not a part of it', async () => {
    const project = copyProject()
    const bytes = archive(project, { more: incompressible(200_000) })
    const mirror = await serve(giving(bytes))
    write(path.join(project.folder, '.cache/electron-download/999999999', archiveName), randomBytes(100_000))
    expect(await fetchFrom(project, mirror)).not.toHaveProperty('problem')
    expect(installedProgram(project.folder)).toBeDefined()
    expect(mirror.asked).toEqual([`${at} from 100000`, at])
  })

  it('begins anew when more was kept than there is', async () => {
    const project = copyProject()
    const bytes = archive(project)
    const mirror = await serve((request, response, from) => {
      if (from < bytes.length) return giving(bytes)(request, response, from)
      response.writeHead(416)
      response.end()
    })
    write(path.join(project.folder, '.cache/electron-download/999999999', archiveName), randomBytes(100_000))
    expect(await fetchFrom(project, mirror)).not.toHaveProperty('problem')
    expect(mirror.asked).toEqual([`${at} from 100000`, at])
  })

  it('says so when something else than Electron’s program comes, and keeps none of it', async () => {
    const project = copyProject()
    archive(project)
    const mirror = await serve(giving(Buffer.from('<h1>Please log in</h1>')))
    const { output, status } = await start(project, { env: { ELECTRON_MIRROR: mirror.address } }).ended
    expect(output).toContain(`Counterpoint opens in the browser, because Electron’s program could not be fetched: what localhost:${mirror.port} sent is not Electron’s program (its checksum is another one): start again, or correct ELECTRON_MIRROR.\n${BROWSER_FACE}\n`)
    expect(status).toBe(0)
    expect(existsSync(project.cache)).toBe(false)
  })

  it.each([
    ['the server has none', async () => (await serve((_request, response) => void response.writeHead(404).end())).address, /localhost:\d+ does not give it \(HTTP status 404\)\.\n/],
    ['the network reaches nobody', async () => 'http://mirror.invalid/', /: (the network does not reach|the connection to) mirror\.invalid/],
    ['nobody listens', async () => `http://localhost:${await closedPort()}/`, /: the connection to localhost:\d+ failed \(ECONNREFUSED\)\.\n/],
    ['the address is none', async () => 'mirror', /: its address is none \(mirrorv[^)]+\): correct ELECTRON_MIRROR/],
  ])('says in one sentence that %s', async (_case, address, said) => {
    const project = copyProject()
    archive(project)
    const { output } = await start(project, { env: { ELECTRON_MIRROR: await address() } }).ended
    expect(output).toMatch(said)
    expect(output.trimEnd().split('\n').at(-1)).toBe(BROWSER_FACE)
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0).each([
    ['what is fetched is to be kept', (project: Project) => project.folder],
    ['the program is to be', (project: Project) => project.electron],
  ])('names the folder that may not be written to: where %s', async (_case, folder) => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    chmodSync(folder(project), 0o555)
    onTestFinished(() => chmodSync(folder(project), 0o755))
    const { output } = await start(project, { env: { ELECTRON_MIRROR: mirror.address } }).ended
    expect(output).toContain(`could not be fetched: ${folder(project)}`)
    expect(output).toContain(' may not be written to: allow it, or start once as the user whom it belongs to.\n')
  })

  it('says so when there is no Electron for this processor', async () => {
    const project = copyProject()
    archive(project)
    const { output } = await start(project, { env: { ELECTRON_INSTALL_ARCH: 'mips' } }).ended
    expect(output).toContain(`could not be fetched: there is no Electron for ${process.platform} on mips.`)
  })
})

describe('a full disk', () => {
  /** A file system of three megabytes. */
  function smallDisk(): string | undefined {
    const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'counterpoint-full-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      rmSync(folder, { recursive: true })
      return undefined
    }
    onTestFinished(() => {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    })
    return path.join(folder, 'work')
  }

  it.each([
    ['while fetching', incompressible(4_000_000)],
    ['while unpacking', { filler: new Uint8Array(8_000_000) }],
  ])('%s is told, and nothing is left of what filled it', async (_when, more) => {
    const disk = smallDisk()
    if (!disk) return console.warn('Not tried: only root on Linux can make a small disk to fill.')
    const project = copyProject({ parent: disk })
    const mirror = await serve(giving(archive(project, { more })))
    const { output } = await start(project, { env: { ELECTRON_MIRROR: mirror.address } }).ended
    expect(output).toContain(`because Electron’s program could not be fetched: the disk is full: make about 500 MB free on the disk of ${project.electron} and start again.\n${BROWSER_FACE}\n`)
    expect(installedProgram(project.folder)).toBeUndefined()
    expect(readdirSync(project.electron).filter((name) => name.startsWith('dist'))).toEqual([])
    expect(readdirSync(path.join(project.folder, '.cache/electron-download'))).toEqual([])
  })
})

describe('the network of a company', () => {
  runs.each([['HTTP_PROXY'], ['http_proxy'], ['npm_config_proxy']])('is reached through the proxy that %s names', async (name) => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    const proxy = await proxyTo(mirror.port)
    const { output } = await start(project, { env: { npm_config_electron_mirror: 'http://mirror.invalid/', [name]: proxy.address } }).ended
    expect(output).toContain('Window of')
    expect(proxy.asked).toHaveLength(1)
    expect(mirror.asked).toEqual([at])
  })

  it('names a proxy that does not answer, without the password in its address', async () => {
    const port = await closedPort()
    const project = copyProject()
    archive(project)
    const { output } = await start(project, { env: { ELECTRON_MIRROR: 'http://mirror.invalid/', HTTP_PROXY: `http://me:secret@localhost:${port}` } }).ended
    expect(output).toContain(`(through the proxy localhost:${port}).`)
    expect(output).not.toContain('secret')
  })

  it.each(['http://', 'socks5://localhost:1080'])('names the variable of a proxy that is none: %s', async (proxy) => {
    const project = copyProject()
    archive(project)
    const { output } = await start(project, { env: { HTTPS_PROXY: proxy } }).ended
    expect(output).toContain('could not be fetched: HTTPS_PROXY does not name a proxy that Node can use: write it as http://HOST:PORT, or unset it.\n')
  })

  runs('is reached through a proxy that is named without http://', async () => {
    const project = copyProject()
    const mirror = await serve(giving(archive(project)))
    const proxy = await proxyTo(mirror.port)
    const { output } = await start(project, { env: { ELECTRON_MIRROR: 'http://mirror.invalid/', HTTP_PROXY: proxy.address.replace('http://', '') } }).ended
    expect(output).toContain('Window of')
    expect(proxy.asked).toHaveLength(1)
  })

  /** A certificate for localhost that no list has; undefined where there is no openssl to make one with. */
  function companyCertificate(project: Project): { file: string; key: string; cert: string } | undefined {
    const file = path.join(project.folder, 'company.pem')
    try {
      execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', `${file}.key`, '-out', file], { stdio: 'ignore' })
    } catch {
      console.warn('Not tried: there is no openssl to make a certificate with.')
      return undefined
    }
    return { file, key: readFileSync(`${file}.key`, 'utf8'), cert: readFileSync(file, 'utf8') }
  }

  it('is refused while its certificate is not trusted, and it is said how to trust it', async () => {
    const project = copyProject()
    const tls = companyCertificate(project)
    if (!tls) return
    const mirror = await serve(giving(archive(project)), tls)
    const { output } = await start(project, { env: { ELECTRON_MIRROR: mirror.address } }).ended
    expect(output).toMatch(/the certificate of localhost:\d+ is not trusted here \(\w+\): set NODE_EXTRA_CA_CERTS to the file with your company’s certificates\.\n/)
  })

  // OpenSSL's own variable counts only where Node is told to use the system's certificates; elsewhere they are not in a file.
  runs.each([['NODE_EXTRA_CA_CERTS'], ['npm_config_cafile'], ...(process.platform === 'linux' ? [['SSL_CERT_FILE']] : [])])('is trusted by the certificates that %s names, also through a proxy', async (name) => {
    const project = copyProject()
    const tls = companyCertificate(project)
    if (!tls) return
    const mirror = await serve(giving(archive(project)), tls)
    const proxy = await proxyTo(mirror.port)
    const { output } = await start(project, { env: { ELECTRON_MIRROR: mirror.address, npm_config_https_proxy: proxy.address, [name!]: tls.file } }).ended
    expect(output).toContain('Window of')
    expect(proxy.asked).toEqual([`localhost:${mirror.port}`])
  })
})
