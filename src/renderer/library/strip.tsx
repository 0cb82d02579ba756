import type { CSSProperties, ReactNode } from 'react'
import type { ArticleSummary } from '../../shared/article.ts'

interface StripProps { marks: ArticleSummary['marks']; readTo: number; highlights: number }

/** The article laid flat: a tick for each passage, the base line inked as far as read. */
export function Strip({ marks, readTo, highlights }: StripProps): ReactNode {
  const style = { '--read': `${readTo * 100}%` } as CSSProperties
  return (
    <div className="strip" style={style} role="img" aria-label={highlights === 0 ? 'No highlights' : `${highlights} highlight${highlights === 1 ? '' : 's'}`}>
      {marks.map((mark, index) => (
        <i key={index} className={`sp${mark.colour ?? 0}`} style={{ '--x': mark.start * 100, '--w': (mark.end - mark.start) * 100 } as CSSProperties} />
      ))}
    </div>
  )
}
