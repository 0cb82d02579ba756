/** The drawn icons are of today's drawing, in the sizes that each system asks for. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const icons = join(root, 'packaging/icons')

/** Width and height of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('the icons', () => {
  it('are of today’s drawing: else run npm run icons', () => {
    const drawing = readFileSync(join(root, 'src/renderer/icon.svg'), 'utf8').replaceAll('\r\n', '\n')
    expect(readFileSync(join(icons, 'drawn-from.txt'), 'utf8').trim()).toBe(createHash('sha256').update(drawing).digest('hex'))
  })

  it('are 1024 pixels for the window, and as large as they say for Linux', () => {
    expect(sizeOf(readFileSync(join(root, 'resources/icon.png')))).toEqual([1024, 1024])
    const names = readdirSync(join(icons, 'linux'))
    expect(names).toHaveLength(8)
    for (const name of names) expect(`${sizeOf(readFileSync(join(icons, 'linux', name))).join('x')}.png`).toBe(name)
  })

  it('are in one file each for Windows and macOS, every picture where the file says', () => {
    const ico = readFileSync(join(icons, 'icon.ico'))
    const inIco = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index).map((entry) => {
      const [size] = sizeOf(ico.subarray(ico.readUInt32LE(entry + 12), ico.readUInt32LE(entry + 12) + ico.readUInt32LE(entry + 8)))
      expect(ico[entry]).toBe(size % 256)
      return size
    })
    expect(inIco).toEqual([16, 24, 32, 48, 64, 128, 256])

    const icns = readFileSync(join(icons, 'icon.icns'))
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
    const inIcns: [string, number][] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) inIcns.push([icns.toString('latin1', at, at + 4), sizeOf(icns.subarray(at + 8))[0]])
    expect(inIcns).toEqual([['ic11', 32], ['ic12', 64], ['ic07', 128], ['ic08', 256], ['ic13', 256], ['ic09', 512], ['ic14', 512], ['ic10', 1024]])
  })
})
