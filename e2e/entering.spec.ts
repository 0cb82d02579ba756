/** The loopback face: who is let in, and what the cookie is worth to others. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { ask } from './ask.ts'
import { expect, test } from './fixtures.ts'
import { bridgeText, bridgeTitle } from './marking.ts'
import { LibraryPage } from './pages/library-page.ts'

test.beforeEach(({ face }) => {
  test.skip(face !== 'browser', 'the loopback face')
})

const article = (page: Page) => new LibraryPage(page).articles.getByRole('link', { name: bridgeTitle })

test('the page keeps working through a reload and in a second tab; another browser is told how to get in', async ({ counterpoint: { page }, browser }) => {
  await ask(page, 'articles.import', { kind: 'text', text: bridgeText })
  const home = `${new URL(page.url()).origin}/`
  expect(await page.evaluate(() => location.search)).toBe('')
  await page.reload()
  await expect(article(page)).toBeVisible()
  const tab = await page.context().newPage()
  await tab.goto(home)
  await expect(article(tab)).toBeVisible()

  const stranger = await browser.newContext()
  const closed = await stranger.newPage()
  for (const address of [home, `${home}?token=${'a'.repeat(43)}`]) {
    expect((await closed.goto(address))?.status()).toBe(401)
    await expect(closed.getByText('Start Counterpoint again as you did before')).toBeVisible()
  }
  await stranger.close()
})

test('another program on this machine that is sent the cookie can do nothing with it', async ({ counterpoint: { page } }) => {
  await ask(page, 'articles.import', { kind: 'text', text: bridgeText })
  const cookies: string[] = []
  const listener = createServer((request, response) => {
    cookies.push(request.headers.cookie ?? '')
    response.end()
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const visit = await page.context().newPage()
  await visit.goto(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/`)
  listener.close()
  expect(cookies[0]).toMatch(/^counterpoint-\d+=/)

  const { origin } = new URL(page.url())
  const headers = { cookie: cookies[0]!, origin, 'content-type': 'application/json', 'x-counterpoint-window': 'one' }
  const called = await fetch(`${origin}/api/call`, { method: 'POST', headers, body: JSON.stringify({ name: 'articles.list', input: {} }) })
  expect(called.status).toBe(401)
  expect(await called.text()).not.toContain(bridgeTitle)
  expect(await (await fetch(origin, { headers })).text()).not.toContain('counterpoint-secret')
})
