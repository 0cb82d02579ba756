import type { Page } from '@playwright/test'

/** To the screen of this address, as a link in the page leads there: `#/names`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((fragment) => { window.location.hash = fragment }, address)
}
