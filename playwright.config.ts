/**
 * End to end: the real renderer, the real loopback host, a real library on disk.
 * On Linux the browser comes with `npm install` (@sparticuz/chromium), started with `--no-sandbox` alone:
 * the package's own argument list would switch web security off. Elsewhere it is Playwright's own.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type LaunchOptions } from '@playwright/test'
import type { Face } from './e2e/fixtures.ts'

async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux') return {}
  const { default: chromium } = await import('@sparticuz/chromium')
  return { executablePath: await chromium.executablePath(), args: ['--no-sandbox'] }
}

const electronIsHere = existsSync(join(import.meta.dirname, 'node_modules', 'electron', 'path.txt'))

export default defineConfig<{ face: Face }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  use: { viewport: { width: 1440, height: 900 }, launchOptions: await launchOptions(), trace: 'retain-on-failure', locale: 'en-GB' },
  projects: [
    { name: 'browser', use: { face: 'browser' } },
    { name: 'electron', use: { face: electronIsHere ? 'electron' : 'electron-missing' } },
  ],
})
