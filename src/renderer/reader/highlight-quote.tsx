import { useEffect, useState, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { CUT } from '../../shared/anchor/selectors.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { IconButton } from '../ui/button.tsx'
import { firstWords } from './highlight-name.ts'
import { paintAdjusting } from './paint-adjusting.ts'
import { useReader } from './reader-context.ts'

/** The highlight's words. A part of an interrupted quote can be taken out. */
export function HighlightQuote({ highlight, colour }: { highlight: Highlight; colour: number }): ReactNode {
  const { article, map, ranges } = useReader()
  const [pointed, setPointed] = useState<number | null>(null)
  const range = pointed === null ? undefined : highlight.ranges[pointed]
  useEffect(() => (map && ranges && range ? paintAdjusting(map, [range]) : undefined), [map, ranges, range])

  return (
    <blockquote className={`inspector-quote sp${colour}`} dir="auto" {...(article.language ? { lang: article.language } : {})}>
      {highlight.ranges.map((part, index) => (
        <span key={part.start}>
          {index > 0 && <span className="quote-cut"> {CUT} </span>}
          {part.exact}
          {ranges && highlight.ranges.length > 1 && (
            <IconButton
              small
              className="quote-part-out"
              label={`Take out “${firstWords(part.exact)}”`}
              icon={X}
              onMouseEnter={() => setPointed(index)}
              onMouseLeave={() => setPointed(null)}
              onFocus={() => setPointed(index)}
              onBlur={() => setPointed(null)}
              onClick={() => { setPointed(null); ranges.remove(index) }}
            />
          )}
        </span>
      ))}
    </blockquote>
  )
}
