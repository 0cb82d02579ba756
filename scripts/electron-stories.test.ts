import { describe, expect, it } from 'vitest'
import { missingForElectron } from './electron-stories.mjs'

describe('what the stories in Electron need', () => {
  it('is its program', () => {
    expect(missingForElectron({ hasProgram: false, platform: 'darwin', env: {} })).toMatch(/^Electron’s program is not here\. Start the app once with npm start/)
  })

  it('is a display, on Linux', () => {
    expect(missingForElectron({ hasProgram: true, platform: 'linux', env: {} })).toMatch(/^There is no display to open a window on\. .*xvfb-run/)
    for (const env of [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }]) expect(missingForElectron({ hasProgram: true, platform: 'linux', env })).toBeUndefined()
    expect(missingForElectron({ hasProgram: true, platform: 'win32', env: {} })).toBeUndefined()
  })
})
