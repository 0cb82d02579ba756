/** The browser that pictures are made with: the one that the end-to-end tests use (playwright.config.ts says why). */
import { chromium } from 'playwright'

/** The caller closes it. */
export async function launchChromium() {
  if (process.platform !== 'linux') return chromium.launch()
  const { default: bundled } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await bundled.executablePath(), args: ['--no-sandbox'] })
}
