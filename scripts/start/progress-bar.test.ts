import { describe, expect, it } from 'vitest'
import { bar, createProgress } from './progress-bar.mjs'

const MB = 1_000_000

function written(isTerminal: boolean, updates: [number, number | null][], columns = 100): string {
  let text = ''
  let time = 0
  const progress = createProgress({ write: (more) => { text += more }, columns }, { isTerminal, now: () => (time += 1000) })
  for (const [transferred, total] of updates) progress.update(transferred, total)
  progress.clear()
  return text
}

describe('how far a fetch is', () => {
  it('is drawn over itself in a terminal, and taken away at the end', () => {
    expect(written(true, [[0, 112 * MB], [56 * MB, 112 * MB]])).toBe([
      '\r[..............................]   0 %  0.0 of 112 MB\u001B[K',
      '\r[###############...............]  50 %  56 of 112 MB  about 1 s left\u001B[K',
      '\r\u001B[K',
    ].join(''))
  })

  it('is a line for each tenth elsewhere', () => {
    const updates = Array.from({ length: 101 }, (_, percent): [number, number] => [percent * 1.12 * MB, 112 * MB])
    const lines = written(false, updates).trimEnd().split('\n')
    expect(lines).toHaveLength(10)
    expect([lines[0], lines[9]]).toEqual(['10 % of 112 MB', '100 % of 112 MB'])
  })

  it('begins with what an earlier fetch has left', () => {
    expect(written(false, [[45 * MB, 100 * MB], [49 * MB, 100 * MB], [51 * MB, 100 * MB]])).toBe('50 % of 100 MB\n')
    // 4 MB in a second, not 49.
    expect(written(true, [[45 * MB, 100 * MB], [49 * MB, 100 * MB]])).toContain('about 13 s left')
  })

  it('is in megabytes where the server does not say how much there is', () => {
    expect(written(false, [[0, null], [9 * MB, null], [21 * MB, null]])).toBe('21 MB\n')
    expect(bar({ transferred: 21 * MB, total: null, speed: 100, columns: 80 })).toBe('21 MB')
  })

  it.each([
    [60_000, 'about 17 s left'],
    [1000, 'about 17 min left'],
    [100, 'about 3 h left'],
  ])('tells the time left at %i bytes a second in plain words', (speed, left) => {
    expect(bar({ transferred: 0.5 * MB, total: 1.5 * MB, speed: speed / 1000, columns: 100 })).toContain(left)
  })

  it.each([80, 60, 45, 20, 10, 1])('is never wider than a terminal of %i columns', (columns) => {
    const drawn = bar({ transferred: 56 * MB, total: 112 * MB, speed: 1000, columns })
    expect(drawn.length).toBeLessThan(columns)
    if (columns >= 45) expect(drawn).toContain('50 %')
  })
})
