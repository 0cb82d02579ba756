/** `npm run e2e:stand-in [-- WORDS]`: the stories on the stand-in for Electron (e2e/stand-in). Words after `--` go to Playwright. */
import { buildIfNeeded } from './build-if-needed.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { fetchBrowser } from './test-browser.mjs'

await buildIfNeeded(console.log)
process.exit(fetchBrowser() && runEndToEnd({ words: ['--project', 'stand-in', ...process.argv.slice(2)] }) ? 0 : 1)
