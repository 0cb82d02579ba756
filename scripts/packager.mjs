/** electron-builder, which lives in packaging/ with a lockfile of its own: installing it, and what may be asked of it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './build-if-needed.mjs'

const packaging = path.join(root, 'packaging')

/** What is built on which system. A dmg needs Apple's tools; the others are built where they are used. */
const TARGETS = { linux: ['deb', 'rpm', 'AppImage'], darwin: ['dmg'], win32: ['nsis'] }
const SYSTEMS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

/** A sentence for the person who asked, instead of a stack. */
export class Refusal extends Error {}

/** The targets that `words` name, or this system's. Throws a Refusal for one that can't be built here. */
export function chooseTargets(words, { platform, has }) {
  const here = TARGETS[platform]
  if (!here) throw new Refusal(`There are no packages for ${platform}: they are for Linux, macOS and Windows.`)
  const chosen = words.length > 0 ? words.map((word) => nameTarget(word, platform)) : here
  if (chosen.includes('rpm') && !has('rpmbuild')) {
    throw new Refusal('An rpm needs the program rpmbuild (Debian, Ubuntu: sudo apt install rpm). Without it, ask for the others: npm run package -- deb AppImage')
  }
  return chosen
}

function nameTarget(word, platform) {
  const isAsked = (target) => target.toLowerCase() === word.toLowerCase()
  if (word === 'dir') return word
  const target = TARGETS[platform].find(isAsked)
  if (target) return target
  const elsewhere = Object.keys(TARGETS).find((other) => TARGETS[other].some(isAsked))
  const instead = `Here you can ask for ${TARGETS[platform].join(', ')}, or dir (a folder that runs, no installer).`
  throw new Refusal(elsewhere ? `“${word}” is built on ${SYSTEMS[elsewhere]}. ${instead}` : `There is no package “${word}”. ${instead}`)
}

/** Loads electron-builder, installed first where it is missing or another version. */
export function loadPackager(folder = packaging) {
  const manifest = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  const installed = 'node_modules/electron-builder/package.json'
  if (!existsSync(path.join(folder, installed)) || manifest(installed).version !== manifest('package.json').devDependencies['electron-builder']) {
    console.log('Installing electron-builder in packaging/ (90 MB)…')
    const { status, stderr } = spawnSync('npm ci --ignore-scripts --no-audit --no-fund', { cwd: folder, shell: true, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
    if (status !== 0) throw new Refusal(`electron-builder could not be installed from npm: ${lastError(stderr)}. Look at the connection and try again.`)
  }
  return createRequire(path.join(folder, 'package.json'))('electron-builder')
}

function lastError(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error')).map((line) => line.replace(/^npm error (code )?/, ''))
  return lines.find((line) => /E[A-Z]{4,}|request/.test(line)) ?? lines[0] ?? 'npm said nothing'
}

const UNREACHED = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|fetch failed|Response code [45]\d\d)\b/

/** What to say of electron-builder's error: of a download in one sentence, of anything else its own words. */
export function explain(error) {
  const words = [error, error.cause, ...(error.errors ?? [])].map((each) => `${each?.code ?? ''} ${each?.message ?? ''}`).join(' ')
  const reason = UNREACHED.exec(words)?.[0]
  if (!reason) return `The packages were not built: ${error.message}`
  const host = /https?:\/\/([^/\s"']+)/.exec(words)?.[1] ?? 'github.com'
  return `Electron and electron-builder’s tools could not be fetched from ${host} (${reason}). They are needed once for each version; look at the connection and try again. ELECTRON_MIRROR names another source of Electron.`
}
