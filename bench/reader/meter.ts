/** What measures inside each page. Sent to the page as it is, so it stands alone. */

export interface Meter {
  /** Resolves with the time at which the frame in which `holds` first held had been painted, in ms. */
  paintedOnce(holds: () => boolean): Promise<number>
  /** The longest time between two frames while scrolling from the top to the end, in ms. */
  worstFrame(pane: Element, steps: number): Promise<number>
  /** A place in a highlight, in CSS pixels of the window. */
  middleOf(block: number, from: number, to: number): { x: number; y: number }
  select(block: number, from: number, to: number): void
  /** When the last such event reached the page, in ms. */
  heard: Record<string, number>
  /** Frees the answers that were held back and gives the time, in ms. */
  release?: () => number
}

declare global {
  interface Window { meter: Meter }
}

export function installMeter(): void {
  const afterPaint = (): Promise<number> => new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => resolve(performance.now()), { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })
  const place = (block: number, from: number, to: number): Range => {
    const element = document.querySelectorAll('#text > p, .article-text [data-start]')[block]!
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let offset = 0
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (offset <= from && from < offset + node.length) range.setStart(node, from - offset)
      if (offset < to && to <= offset + node.length) range.setEnd(node, to - offset)
      offset += node.length
    }
    return range
  }
  const heard: Record<string, number> = {}
  for (const type of ['pointerup', 'keydown', 'click']) window.addEventListener(type, () => { heard[type] = performance.now() }, { capture: true })
  window.meter = {
    heard,
    paintedOnce: (holds) => new Promise((resolve) => {
      const look = (): void => {
        if (holds()) void afterPaint().then(resolve)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }),
    worstFrame: (pane, steps) => new Promise((resolve) => {
      let worst = 0
      let step = 0
      let last = 0
      const next = (): void => {
        const now = performance.now()
        if (step > 0) worst = Math.max(worst, now - last)
        last = now
        step += 1
        if (step > steps) return resolve(worst)
        pane.scrollTop = step / steps * (pane.scrollHeight - pane.clientHeight)
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    }),
    middleOf: (block, from, to) => {
      const box = place(block, from, to).getClientRects()[0]!
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    },
    select: (block, from, to) => {
      const { startContainer, startOffset, endContainer, endOffset } = place(block, from, to)
      getSelection()!.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    },
  }
}
