import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from './menu.ts'

function flat(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

function aMenu(platform: NodeJS.Platform, developing = false) {
  const chosen: string[] = []
  const items = flat(menuTemplate({ platform, developing, choose: (command) => chosen.push(command), about: () => {} }))
  const choose = (label: string): void => {
    const item = items.find((each) => each.label === label)
    ;(item?.click as (() => void) | undefined)?.()
  }
  return { items, chosen, choose, roles: items.map((item) => item.role).filter(Boolean) }
}

describe('the application menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has the usual roles on %s', (platform) => {
    const { roles } = aMenu(platform)
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'windowMenu', 'help', 'quit']))
    expect(roles.includes('appMenu')).toBe(platform === 'darwin')
    // The page decides what undo takes back: the role would do it in text fields only.
    expect(roles).not.toContain('undo')
    expect(roles).not.toContain('redo')
  })

  it('tells the page its commands', () => {
    const menu = aMenu('linux')
    for (const label of ['Undo', 'Redo', 'Add article…', 'Export…', 'Settings…', 'Larger text', 'Smaller text', 'Find in article']) menu.choose(label)
    expect(menu.chosen).toEqual(['undo', 'redo', 'add-article', 'export', 'settings', 'text-larger', 'text-smaller', 'find'])
  })

  it('shows the keys of commands without taking them from the page', () => {
    const items = aMenu('linux').items.filter((item) => item.accelerator)
    expect(items).toHaveLength(8)
    expect(items.every((item) => item.registerAccelerator === false)).toBe(true)
  })

  it('reloads and inspects only while developing', () => {
    expect(aMenu('linux').roles).not.toContain('reload')
    expect(aMenu('linux').roles).not.toContain('toggleDevTools')
    expect(aMenu('linux', true).roles).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })
})
