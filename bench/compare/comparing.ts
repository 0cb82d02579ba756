/** What measures inside the page. Sent to it as it is, so it stands alone. */

export interface Comparing {
  /** Goes to an address and resolves when what it asks for is painted, in ms: the words of the cells in view, or what `selector` finds. */
  open(hash: string, selector?: string): Promise<number>
  /** Presses a box of the open list and resolves when the matrix has other sums. */
  filter(name: string): Promise<number>
  /** Scrolls both ways at once; the longest time between two frames, in ms. */
  diagonal(pane: Element, steps: number): Promise<number>
  /** Shows rows of cells in a plain table. */
  table(cells: string[][]): Promise<number>
  cellsInView(): string[][]
}

declare global {
  interface Window { comparing: Comparing }
}

export function installComparing(): void {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const painted = async (start: number, holds: () => boolean): Promise<number> => {
    while (!holds()) await frame()
    await new Promise<void>((resolve) => requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => resolve(), { once: true })
      channel.port1.start()
      channel.port2.postMessage(null)
    }))
    return performance.now() - start
  }
  const cellsShown = (): boolean => document.querySelector('.mx-quote') !== null && document.querySelector('.mx-coming') === null
  window.comparing = {
    open(hash, selector) {
      const start = performance.now()
      location.hash = hash
      return painted(start, () => (selector ? document.querySelector(selector) !== null : cellsShown()))
    },
    filter(name) {
      const status = (): string => document.querySelector('.compare-status')?.textContent ?? ''
      const before = status()
      const box = [...document.querySelectorAll('label')].find((label) => label.textContent === name)!.querySelector('input')!
      const start = performance.now()
      box.click()
      return painted(start, () => status() !== before && cellsShown())
    },
    async diagonal(pane, steps) {
      const [down, across] = [pane.scrollHeight - pane.clientHeight, pane.scrollWidth - pane.clientWidth]
      let [worst, last] = [0, await frame()]
      for (let step = 1; step <= steps; step += 1) {
        pane.scrollTo((across * step) / steps, (down * step) / steps)
        const now = await frame()
        worst = Math.max(worst, now - last)
        last = now
      }
      return worst
    },
    table(cells) {
      const start = performance.now()
      const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
      document.querySelector('div')!.innerHTML = `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`
      return painted(start, () => document.querySelector('td') !== null)
    },
    cellsInView: () => [...document.querySelectorAll('.mx-row')].map((row) => [...row.querySelectorAll<HTMLElement>('.mx-cell')].map((cell) => cell.innerText)),
  }
}
