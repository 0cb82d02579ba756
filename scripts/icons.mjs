/**
 * `npm run icons`: draws src/renderer/icon.svg in the sizes, margins and containers that each system wants, so that
 * packaging needs no converter (electron-builder would fetch one). Run it when the drawing changes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'
import { root } from './build-if-needed.mjs'
import { browserOptions } from './test-browser.mjs'
import { icns, ico } from './icon-containers.mjs'

const folder = path.join(root, 'packaging', 'icons')
const drawing = readFileSync(path.join(root, 'src', 'renderer', 'icon.svg'), 'utf8')

/** Share of the side that stays empty at each edge. */
const margins = {
  /** Apple's grid: a body of 824 in 1024. */
  mac: () => 100 / 1024,
  /** GNOME's and Windows' icons fill nearly all; at the sizes of a title bar every pixel is needed. */
  desktop: (size) => (size <= 32 ? 0 : 1 / 16),
}

const browser = await chromium.launch(await browserOptions())
try {
  const page = await browser.newPage()
  const draw = async (size, margin) => {
    const edge = Math.round(size * margin(size))
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>body { margin: 0 } svg { position: absolute; inset: ${edge}px; width: ${size - 2 * edge}px; height: ${size - 2 * edge}px }</style>${drawing}`)
    return page.screenshot({ omitBackground: true })
  }
  const drawAll = async (sizes, margin) => {
    const pictures = []
    for (const size of sizes) pictures.push({ size, png: await draw(size, margin) })
    return pictures
  }

  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'linux'), { recursive: true })
  for (const { size, png } of await drawAll([16, 24, 32, 48, 64, 128, 256, 512], margins.desktop)) {
    writeFileSync(path.join(folder, 'linux', `${size}x${size}.png`), png)
  }
  writeFileSync(path.join(folder, 'icon.ico'), ico(await drawAll([16, 24, 32, 48, 64, 128, 256], margins.desktop)))
  writeFileSync(path.join(folder, 'icon.icns'), icns(await drawAll([32, 64, 128, 256, 512, 1024], margins.mac)))
  writeFileSync(path.join(root, 'resources', 'icon.png'), await draw(1024, margins.desktop))
  writeFileSync(path.join(folder, 'drawn-from.txt'), `${drawingHash(drawing)}\n`)
} finally {
  await browser.close()
}

/** Of the drawing, whatever line ends Git has given it here. */
function drawingHash(text) {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}
