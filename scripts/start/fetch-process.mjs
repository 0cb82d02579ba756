/**
 * Fetches Electron's program and unpacks it, in a process of its own: it has Node's flags for proxies and for the system's
 * certificates, and can be ended at any moment. It ends with its parent. Nothing counts as there until all of it is:
 * the archive is unpacked aside and takes its place by one rename, and path.txt, which names the program, comes last.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createDownloader } from './downloader.mjs'
import { architecture, electronFolder, electronVersion, installedProgram, leftBehind, programPath } from './electron-program.mjs'
import { isFull, isOther, whyFetchFailed } from './why-fetch-failed.mjs'

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100

const { project, limits } = JSON.parse(process.argv[2])
const folder = electronFolder(project)
const fromElectron = createRequire(path.join(folder, 'package.json'))
const aside = path.join(folder, `dist-${process.pid}`)
let latest
let timer

// Ctrl C in the terminal reaches this process too, but what follows from it is the parent's to say.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())

const downloader = createDownloader({ folder: path.join(project, '.cache', 'electron-download'), limits, report: say })
const outcome = await fetchAndUnpack().then(() => ({ done: true }), (error) => ({ problem: whyFetchFailed(error, { url: downloader.url, folder }) }))
tellLatest()
process.send?.(outcome, () => process.disconnect())

async function fetchAndUnpack() {
  try {
    for (const left of leftBehind(folder, /^dist-(\d+)$/)) rmSync(left, { recursive: true, force: true })
    const archive = await fetchArchive()
    downloader.url = undefined
    say({ unpacking: true })
    await unpack(archive)
    rmSync(downloader.folder, { recursive: true, force: true })
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    // A full disk is not made worse by what was to spare the next start a download.
    if (isFull(error)) rmSync(downloader.folder, { recursive: true, force: true })
    throw error
  }
}

/** From the loader's cache when it is there and whole. */
async function fetchArchive() {
  const { downloadArtifact, initializeProxy } = await load('@electron/get')
  if (!process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) initializeProxy()
  mkdirSync(downloader.folder, { recursive: true })
  const artifact = {
    version: electronVersion(project),
    artifactName: 'electron',
    platform: process.platform,
    arch: architecture(),
    cacheRoot: process.env.electron_config_cache,
    tempDirectory: downloader.folder,
    downloader,
    checksums: process.env.electron_use_remote_checksums || process.env.npm_config_electron_use_remote_checksums ? undefined : ownChecksums(),
  }
  try {
    return await downloadArtifact(artifact)
  } catch (error) {
    // Perhaps only the part that an earlier start had left was not right.
    if (!downloader.resumed || !isOther(error)) throw error
    return downloadArtifact(artifact)
  }
}

function ownChecksums() {
  const checksums = JSON.parse(readFileSync(path.join(folder, 'checksums.json'), 'utf8'))
  if (!checksums[`electron-v${electronVersion(project)}-${process.platform}-${architecture()}.zip`]) {
    throw new Error(`there is no Electron for ${process.platform} on ${architecture()}`)
  }
  return checksums
}

async function unpack(archive) {
  const { extract } = await load('@electron-internal/extract-zip')
  await extract(archive, { dir: aside })
  if (!existsSync(path.join(aside, programPath()))) throw new Error(`the archive has no ${programPath()} in it`)
  // Another start may have been quicker, and may be running what it put there.
  if (installedProgram(project)) return rmSync(aside, { recursive: true, force: true })
  const named = path.join(folder, 'path.txt')
  rmSync(named, { force: true })
  rmSync(path.join(folder, 'dist'), { recursive: true, force: true })
  await renamePatiently(aside, path.join(folder, 'dist'))
  writeFileSync(`${named}.new`, programPath())
  renameSync(`${named}.new`, named)
}

/** On Windows a virus scanner may still be reading what has just been written. */
async function renamePatiently(from, to) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (process.platform !== 'win32' || tries >= 50) throw error
      await wait(200)
    }
  }
}

async function load(name) {
  return import(pathToFileURL(fromElectron.resolve(name)).href)
}

/** Of progress, the first is told at once and then only the latest, now and then. */
function say(message) {
  if (message.transferred === undefined) tellLatest()
  else if (timer) return void (latest = message)
  else timer = setTimeout(tellLatest, REPORT_EVERY)
  process.send?.(message)
}

function tellLatest() {
  clearTimeout(timer)
  timer = undefined
  if (latest) process.send?.(latest)
  latest = undefined
}
