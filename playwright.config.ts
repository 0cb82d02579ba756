/**
 * End to end: the real renderer, the real loopback host, a real library on disk. A trace takes a third of the time, so it is
 * made on demand: `npm run e2e -- --last-failed --trace on`. In CI, where nobody could ask again, a story that fails is tried
 * once more with one; what passes only then is named.
 */
import { defineConfig } from '@playwright/test'
import type { Face } from './e2e/fixtures.ts'
import { browserOptions } from './scripts/test-browser.mjs'

/** Of the window of a desktop; they need Electron, or the stand-in for it. */
const windowStories = '**/window*.spec.ts'
/** They look at every screen in every look, which takes a quarter of all stories' time: CI runs them, on the stand-in. */
const accessibilityStories = '**/accessibility-*.spec.ts'

export default defineConfig<{ face: Face }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  // Stories wait more than they work.
  workers: '150%',
  forbidOnly: true,
  retries: process.env['CI'] ? 1 : 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  use: { viewport: { width: 1440, height: 900 }, launchOptions: await browserOptions(), trace: 'on-first-retry', screenshot: 'only-on-failure', locale: 'en-GB', contextOptions: { reducedMotion: 'reduce' } },
  projects: [
    { name: 'browser', use: { face: 'browser' }, testIgnore: [windowStories, accessibilityStories] },
    { name: 'accessibility', use: { face: 'browser' }, testMatch: accessibilityStories },
    { name: 'stand-in', use: { face: 'stand-in' } },
    // Only where it is asked for: its program and a display are needed.
    ...(process.env['COUNTERPOINT_E2E_ELECTRON'] ? [{ name: 'electron', use: { face: 'electron' as const } }] : []),
  ],
})
