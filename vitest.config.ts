/** Unit and contract tests. Each file runs in a process of its own: SQLite and worker threads are the real ones. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    css: { include: [/tokens\.css/] },
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
    allowOnly: false,
  },
})
