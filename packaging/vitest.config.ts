/** `npm run test:packed`: what electron-builder makes of Counterpoint, as far as it can be known without Electron's program. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packaging/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 240_000,
    passWithNoTests: false,
    allowOnly: false,
  },
})
