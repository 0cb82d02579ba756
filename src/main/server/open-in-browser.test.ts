import { describe, expect, it } from 'vitest'
import { browserCommand } from './open-in-browser.ts'

const url = 'http://127.0.0.1:4321/?token=a'

describe('browserCommand', () => {
  it('opens nothing on Linux without a desktop', () => {
    expect(browserCommand(url, {}, 'linux')).toBeUndefined()
    expect(browserCommand(url, { DISPLAY: ':0' }, 'linux')).toEqual(['xdg-open', [url]])
    expect(browserCommand(url, { WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toEqual(['xdg-open', [url]])
  })

  it('gives the address as one argument, past any shell', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const [program, words] = browserCommand(`${url}&calc`, {}, platform)!
      expect(program).not.toMatch(/cmd|sh$/)
      expect(words.at(-1)).toBe(`${url}&calc`)
    }
  })
})
