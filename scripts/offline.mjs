/** `npm run test:offline [-- --grep WORDS]`: the stories with loopback alone; fails where that can't be had, which `npm test` does not. */
import { runEndToEnd } from './end-to-end.mjs'

process.exit(runEndToEnd({ offline: 'always', words: process.argv.slice(2) }) ? 0 : 1)
