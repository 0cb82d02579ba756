import { describe, expect, it } from 'vitest'
import { groundColour, keepPlace, openingBounds, windowOptions } from './window.ts'

const display = { x: 0, y: 0, width: 1920, height: 1080 }
const second = { x: 1920, y: 0, width: 1280, height: 800 }
const settings = { theme: 'system', textSize: 19, font: 'serif', measure: 32, lineHeight: 1.6, library: null, lastArticleId: null, window: null } as const

describe('where the window opens', () => {
  it('is as it was left', () => {
    expect(openingBounds({ x: 100, y: 50, width: 1200, height: 700 }, [display])).toEqual({ x: 100, y: 50, width: 1200, height: 700 })
    expect(openingBounds({ x: 2000, y: 50, width: 1200, height: 700 }, [display, second])).toEqual({ x: 2000, y: 50, width: 1200, height: 700 })
  })

  it('is the system’s choice when its display is gone', () => {
    expect(openingBounds({ x: 2000, y: 50, width: 1200, height: 700 }, [display])).toEqual({ width: 1200, height: 700 })
    expect(openingBounds({ x: 1900, y: 50, width: 1200, height: 700 }, [display])).toEqual({ width: 1200, height: 700 })
    expect(openingBounds({ x: 100, y: -400, width: 1200, height: 700 }, [display])).toEqual({ width: 1200, height: 700 })
  })

  it('fits the display, and is never under the least size', () => {
    expect(openingBounds({ x: 1930, y: 0, width: 4000, height: 3000 }, [display, second])).toEqual({ x: 1930, y: 0, width: 1280, height: 800 })
    expect(openingBounds({ width: 100, height: 100 }, [display])).toEqual({ width: 960, height: 640 })
    expect(openingBounds(null, [{ x: 0, y: 0, width: 1366, height: 768 }])).toEqual({ width: 1366, height: 768 })
  })
})

describe('the window', () => {
  it('shuts the page off from Node', () => {
    expect(windowOptions(settings, [display], false, '/preload.cjs').webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, webviewTag: false, spellcheck: false, allowRunningInsecureContent: false,
    })
  })

  it('has the ground of its theme', () => {
    expect(groundColour('system', true)).toBe(groundColour('dark', false))
    expect(groundColour('system', false)).toBe(groundColour('light', true))
    expect(groundColour('sepia', true)).not.toBe(groundColour('light', true))
  })

  it('keeps its place when it closes', () => {
    const saved: unknown[] = []
    const listeners = new Map<string, () => void>()
    keepPlace({
      on: (name, listener) => listeners.set(name, listener),
      getNormalBounds: () => ({ x: 1, y: 2, width: 1000, height: 700 }),
      isMaximized: () => true,
    }, (bounds) => saved.push(bounds))
    listeners.get('resize')!()
    expect(saved).toEqual([])
    listeners.get('close')!()
    expect(saved).toEqual([{ x: 1, y: 2, width: 1000, height: 700, maximized: true }])
  })
})
