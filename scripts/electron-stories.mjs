/** `npm run e2e:electron`: the stories in the real Electron. Words after `--` go to Playwright. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { installedProgram } from './start/electron-program.mjs'
import { fetchBrowser } from './test-browser.mjs'

/** What keeps the stories from running, in a sentence; undefined when nothing does. */
export function missingForElectron({ hasProgram, platform, env }) {
  if (!hasProgram) return 'Electron’s program is not here. Start the app once with npm start, which fetches it, then try again.'
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no display to open a window on. Start it with one of its own: xvfb-run --auto-servernum npm run e2e:electron'
  return undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const hasProgram = installedProgram(root) !== undefined
  const missing = missingForElectron({ hasProgram, platform: process.platform, env: process.env })
  if (missing) {
    console.error(missing)
    process.exit(1)
  }
  await buildIfNeeded(console.error)
  // What the app exports is looked at in a browser.
  if (!fetchBrowser()) process.exit(1)
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  process.exitCode = spawnSync(process.execPath, [playwright, 'test', '--project', 'electron', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: { ...process.env, COUNTERPOINT_E2E_ELECTRON: '1' } }).status ?? 1
}
