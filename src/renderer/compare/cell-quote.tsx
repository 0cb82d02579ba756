import { useLayoutEffect, useRef, type ReactNode } from 'react'

/** A quote in the room of a cell. What does not fit ends in […]; screen readers and the tooltip have all of it. */
export function CellQuote({ quote, href }: { quote: string; href: string }): ReactNode {
  const link = useRef<HTMLAnchorElement>(null)
  useLayoutEffect(() => {
    const element = link.current!
    const watch = new ResizeObserver(() => markCut(element))
    watch.observe(element)
    return () => watch.disconnect()
  }, [quote])
  return <a ref={link} className="mx-quote" tabIndex={-1} title={quote} href={href}>{quote}</a>
}

/** The mark takes room of its own, so it is taken away before looking whether the words fit without it. */
function markCut(element: HTMLElement): void {
  element.classList.remove('is-cut')
  element.classList.toggle('is-cut', element.scrollHeight > element.clientHeight + 1)
}
