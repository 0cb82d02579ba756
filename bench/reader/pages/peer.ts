/** What every page of the bench offers to the one who measures. */
export interface Span { start: number; end: number }
export interface Prose { paragraphs: string[]; spans: Span[] }

export interface Peer {
  /** Puts the text and its highlights on the page. */
  show(prose: Prose): void
  /** Whether the text and the highlights in view are there to be painted by the next frame. */
  isShown(): boolean
  add(span: Span): void
  /** Whether the highlight that was added is there to be painted. */
  isAdded(): boolean
  /** Whether a highlight is shown as chosen since the click. */
  isChosen(): boolean
}

declare global {
  interface Window { peer: Peer }
}

export interface Place { block: number; from: number; to: number }

/** Where a span is, as a paragraph and two places in it. */
export function placesOf({ paragraphs, spans }: Prose): Place[] {
  const starts = startsOf(paragraphs)
  let block = 0
  return spans.map(({ start, end }) => {
    while (block + 1 < starts.length && starts[block + 1]! <= start) block += 1
    return { block, from: start - starts[block]!, to: end - starts[block]! }
  })
}

export function placeOf({ paragraphs }: Prose, span: Span): Place {
  return placesOf({ paragraphs, spans: [span] })[0]!
}

export function startsOf(paragraphs: string[]): number[] {
  let offset = 0
  return paragraphs.map((text) => {
    const start = offset
    offset += text.length + 1
    return start
  })
}

/** A paragraph's element for each, in the page's one column. */
export function writeText(root: HTMLElement, paragraphs: string[], className = ''): HTMLElement[] {
  const elements = paragraphs.map((text) => {
    const element = document.createElement('p')
    element.className = className
    element.textContent = text
    if (className) element.style.setProperty('--lines', String(Math.ceil(text.length / 68)))
    return element
  })
  root.append(...elements)
  return elements
}

export function rangeIn(element: HTMLElement, from: number, to: number): Range {
  const range = document.createRange()
  range.setStart(element.firstChild!, from)
  range.setEnd(element.firstChild!, to)
  return range
}
