/**
 * The browser of the tests, pictures and benches. On Linux with an x64 processor it comes with `npm install`
 * (@sparticuz/chromium), with the libraries and the font that a small system lacks; elsewhere it is Playwright's own.
 * It is started with `--no-sandbox` alone: the package's own argument list would switch web security off.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './build-if-needed.mjs'

/** The package's font alone, so that a page looks the same wherever the tests run. FONTCONFIG_FILE names another choice. */
const fontsIn = (folder) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">fonts</dir><cachedir>${path.join(folder, 'font-cache').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</cachedir></fontconfig>`
const isBundled = process.platform === 'linux' && process.arch === 'x64'

/** Playwright's launch options. */
export async function browserOptions() {
  if (!isBundled) return {}
  const folder = await unpacked()
  const env = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') }
  return { executablePath: path.join(folder, 'chromium'), args: ['--no-sandbox'], env }
}

/** Playwright's own browser is fetched where it is needed and missing. False when that failed. */
export function fetchBrowser() {
  if (isBundled) return true
  return spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { stdio: 'inherit' }).status === 0
}

/**
 * The package unpacks into the folder for temporary files, and takes what lies there for whole. So it gets a new folder,
 * which counts once it is complete. The variable of Amazon's makes it unpack the libraries too.
 */
async function unpacked() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = path.join(root, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  const { default: chromium } = await import('@sparticuz/chromium')
  mkdirSync(path.dirname(folder), { recursive: true })
  const aside = mkdtempSync(`${folder}-`)
  try {
    await withEnvironment({ TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, () => chromium.executablePath())
    writeFileSync(path.join(aside, 'fonts.conf'), fontsIn(folder))
    if (!existsSync(folder)) renameSync(aside, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return folder
}

async function withEnvironment(variables, work) {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    await work()
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
