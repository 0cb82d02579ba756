/** Looks at a page with axe, the same on every machine: nothing moves, everything is laid out, every font is there. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { ask } from './ask.ts'

export type Look = 'light' | 'dark' | 'sepia'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a page is made of is the same in every look; these alone depend on its colours. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Fails when axe finds something serious or critical on what is shown now, in each of the looks. */
export async function expectAccessible(page: Page, looks: Look[] = ['light', 'dark']): Promise<void> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(source)
  for (const [at, look] of looks.entries()) {
    await wear(page, look)
    expect(await seriousOn(page, at === 0 ? undefined : rulesOfColour), `accessible, ${look}`).toEqual([])
  }
  await wear(page, 'light')
}

/** Sepia is a setting of the app; the other two follow the system, also in a page that the app exported. */
async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' })
  const now = await page.locator('html').getAttribute('data-theme')
  if (now === null) return
  if ((now === 'sepia') !== (look === 'sepia')) await ask(page, 'settings.update', { theme: look === 'sepia' ? 'sepia' : 'system' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', look)
}

/** What axe finds, in words. A sandboxed frame runs no script, axe's neither: its page is looked at alone. */
async function seriousOn(page: Page, rules: string[] | undefined): Promise<string[]> {
  await expect(page.locator('[data-starting-style], [data-ending-style]'), 'nothing opens or closes any more').toHaveCount(0)
  const violations = await page.evaluate(async (only) => {
    // What `content-visibility` has not laid out yet stands nowhere: axe would take what lies elsewhere for its background.
    const laidOut = new CSSStyleSheet()
    laidOut.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(laidOut)
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
    await document.fonts.ready
    const options: axe.RunOptions = { resultTypes: ['violations'], preload: false, ...(only && { runOnly: only }) }
    const found = await (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['iframe[sandbox]'] }, options)
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(laidOut), 1)
    return found.violations
  }, rules)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`))
}
