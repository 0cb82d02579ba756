/** How each reader is brought to show, add, choose and scroll, and what that took. */
import type { Browser, BrowserContext, Page } from 'playwright'
import type { Host } from './host.ts'
import { installMeter } from './meter.ts'
import type { Prose, Span } from './prose.ts'
import './pages/peer.ts'

/** Milliseconds, and bytes for `heap`. */
export interface Measured { paint: number; open?: number; add: number; click: number; frame: number; heap: number }

export interface Task {
  prose: Prose
  /** In view from the start: one to click, and one that is not there yet. */
  click: Span
  add: Span
}

/** Frames in which the whole text is scrolled through. */
const STEPS = 100
/** The longest that anything is waited for, in ms. */
const TIMEOUT = 60_000

export async function measurePeer(browser: Browser, address: string, { prose, click, add }: Task): Promise<Measured> {
  return withPage(browser, async (page) => {
    await page.goto(address)
    await page.evaluate(() => document.fonts.load('19px "Source Serif 4 Variable"'))
    await page.waitForFunction(() => window.peer !== undefined)
    const paint = await page.evaluate(async (data) => {
      const start = performance.now()
      window.peer.show(data)
      return await window.meter.paintedOnce(() => window.peer.isShown()) - start
    }, prose)
    const clicked = await clickOn(page, click, prose, 'peer')
    const added = await page.evaluate(async (span) => {
      const start = performance.now()
      window.peer.add(span)
      return await window.meter.paintedOnce(() => window.peer.isAdded()) - start
    }, add)
    const heap = await heapOf(page)
    const frame = await page.evaluate((steps) => window.meter.worstFrame(document.getElementById('pane')!, steps), STEPS)
    return { paint, add: added, click: clicked, frame, heap }
  })
}

export async function measureCounterpoint(browser: Browser, host: Host, { prose, click, add }: Task): Promise<Measured> {
  const before = new Set((await host.call('highlights.list', { articleId: host.articleId })).map((one) => one.id))
  const open = await withPage(browser, (page) => openFromLibrary(page, host))
  const measured = await withPage(browser, async (page) => {
    const paint = await openWithData(page, host)
    const clicked = await clickOn(page, click, prose, 'counterpoint')
    await page.keyboard.press('Escape')
    const { block, from, to } = placeOf(prose, add)
    await page.evaluate((place) => window.meter.select(place.block, place.from, place.to), { block, from, to })
    await page.getByRole('toolbar', { name: 'Mark' }).or(page.locator('.selection-toolbar')).first().waitFor()
    const shown = page.evaluate(isMarked, { block, from })
    await page.keyboard.press('h')
    const added = await shown
    const heap = await heapOf(page)
    const frame = await page.evaluate((steps) => window.meter.worstFrame(document.querySelector('.read-pane')!, steps), STEPS)
    return { paint, add: added, click: clicked, frame, heap }
  })
  for (const { id } of await host.call('highlights.list', { articleId: host.articleId })) if (!before.has(id)) await host.call('highlights.delete', { id })
  return { ...measured, open }
}

/** From the click in the library: the host's answers, and the text with its highlights painted. */
async function openFromLibrary(page: Page, host: Host): Promise<number> {
  await openLibrary(page, host)
  const painted = page.evaluate(async () => {
    const time = await window.meter.paintedOnce(() => document.querySelector('.article-text [data-start]') !== null && [...CSS.highlights.values()].some((one) => one.size > 0))
    return time - window.meter.heard.click!
  })
  await page.locator('a[href^="#/article"]').first().click()
  return painted
}

/** From the moment that the article and its highlights have both arrived and been parsed; until then neither is given to the reader. */
async function openWithData(page: Page, host: Host): Promise<number> {
  // From the start: the library may ask for the article before the click.
  await page.addInitScript(holdAnswers)
  await openLibrary(page, host)
  const painted = page.evaluate(async () => {
    const time = await window.meter.paintedOnce(() => document.querySelector('.article-text [data-start]') !== null && [...CSS.highlights.values()].some((one) => one.size > 0))
    return time - window.meter.heard.released!
  })
  await page.locator('a[href^="#/article"]').first().click()
  return painted
}

async function openLibrary(page: Page, host: Host): Promise<void> {
  await host.call('articles.setReadingPlace', { id: host.articleId, readingPlace: 0, readTo: 0 })
  await host.letIn(page.context())
  await page.goto(`${host.origin}/#/library`)
  await page.locator('a[href^="#/article"]').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

/** Runs in the page. */
function holdAnswers(): void {
  const wanted = new Set(['articles.get', 'highlights.list'])
  const given = window.fetch
  let release = (): void => undefined
  const all = new Promise<void>((resolve) => { release = resolve })
  window.fetch = async (...words) => {
    const response = await given(...words)
    const name = (JSON.parse(String(words[1]?.body ?? '{}')) as { name?: string }).name ?? ''
    if (!wanted.has(name)) return response
    const value = await response.json() as unknown
    wanted.delete(name)
    if (wanted.size === 0) {
      window.meter.heard.released = performance.now()
      release()
    }
    await all
    return { json: () => Promise.resolve(value) } as Response
  }
}

/** Runs in the page: from the key to the frame that shows a highlight that begins there. */
async function isMarked({ block, from }: { block: number; from: number }): Promise<number> {
  const element = document.querySelectorAll('.article-text [data-start]')[block]!
  const time = await window.meter.paintedOnce(() => [...CSS.highlights].some(([name, highlight]) => /^(active|tint|line)-/.test(name) && ([...highlight] as Range[]).some((range) => {
    if (!element.contains(range.startContainer)) return false
    const before = document.createRange()
    before.setStart(element, 0)
    before.setEnd(range.startContainer, range.startOffset)
    return before.toString().length === from
  })))
  return time - window.meter.heard.keydown!
}

/** From the release of the mouse button on a highlight to the frame that shows it chosen. */
async function clickOn(page: Page, span: Span, prose: Prose, reader: 'counterpoint' | 'peer'): Promise<number> {
  const { x, y } = await page.evaluate((place) => window.meter.middleOf(place.block, place.from, place.to), placeOf(prose, span))
  const painted = page.evaluate(async (name) => await window.meter.paintedOnce(window.isChosen[name]) - window.meter.heard.pointerup!, reader)
  await page.mouse.click(x, y)
  return painted
}

declare global {
  interface Window { isChosen: Record<'counterpoint' | 'peer', () => boolean> }
}

function installChosen(): void {
  window.isChosen = {
    counterpoint: () => [...CSS.highlights].some(([name, highlight]) => name.startsWith('active-') && highlight.size > 0),
    peer: () => window.peer.isChosen(),
  }
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(TIMEOUT)
    await page.addInitScript(installMeter)
    await page.addInitScript(installChosen)
    return await work(page)
  } finally {
    await context.close()
  }
}

export function placeOf({ paragraphs }: Prose, span: Span): { block: number; from: number; to: number } {
  let start = 0
  let block = 0
  while (start + paragraphs[block]!.length < span.start) {
    start += paragraphs[block]!.length + 1
    block += 1
  }
  return { block, from: span.start - start, to: span.end - start }
}
