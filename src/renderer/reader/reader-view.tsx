import { useDeferredValue, useId, useMemo, type ReactNode } from 'react'
import { PanelRight, Search } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { ArticleHeader } from './article-header.tsx'
import { ArticleNotices } from './article-notices.tsx'
import { ArticleMap } from './article-map.tsx'
import { ArticleText } from './article-text.tsx'
import { FindBar } from './find-bar.tsx'
import { Inspector } from './inspector.tsx'
import { Marks } from './marks.tsx'
import { OutlineMenu } from './outline-menu.tsx'
import { RangeHandles } from './range-handles.tsx'
import { colourOf, isPlaced, ReaderContext, type Chosen, type Reader } from './reader-context.ts'
import { ReaderMenu } from './reader-menu.tsx'
import { SelectionToolbar } from './selection-toolbar.tsx'
import { speakersHere } from './speakers-here.ts'
import { TextAndTheme } from './text-and-theme.tsx'
import { useCaret } from './use-caret.ts'
import { useChoice } from './use-choice.ts'
import { useClicks } from './use-clicks.ts'
import { useInspectorShown } from './use-inspector-shown.ts'
import { useLayout } from './use-layout.ts'
import { useMarking } from './use-marking.ts'
import { usePassageDrag } from './use-passage-drag.ts'
import { usePassage } from './use-passage.ts'
import { useRanges } from './use-ranges.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { alone, useSide, type ReaderSide } from './use-side.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useFindAsked } from './use-find-asked.ts'
import './marks.css'
import './reader.css'
import './margin.css'
import './inspector.css'

export interface ReaderViewProps extends Pick<Reader, 'article' | 'highlights' | 'speakers' | 'issues'> {
  /** What the address asks to show. */
  wanted: Chosen | null
  /** Where two stand in a window. */
  side?: ReaderSide
}

export function ReaderView({ article, highlights, speakers, issues, wanted, side = alone }: ReaderViewProps): ReactNode {
  const titleId = useId()
  const { region, map, layout, wide, folded } = useLayout()
  const choice = useChoice(article, highlights, map, wanted)
  const chosen = highlights.find((one) => one.id === choice.chosen?.highlightId)
  const ranges = useRanges(chosen && isPlaced(chosen, article) ? chosen : undefined, article.text)
  const reader = useMemo((): Reader => ({ article, highlights, speakers, issues, map, ranges, litIds: side.litIds, ...choice }), [article, highlights, speakers, issues, map, ranges, side.litIds, choice])
  const passage = usePassage(map, article.text, ranges !== null)
  const marking = useMarking(reader, passage)
  usePassageDrag(article, map, passage.spans)
  const here = useMemo(() => speakersHere(highlights, speakers), [highlights, speakers])
  const find = useFindAsked(side.isActive)
  const caret = useCaret(map, article)
  // The text and its marks come first, what stands around them a moment later.
  const around = useDeferredValue(true, false)
  const inspector = useInspectorShown(wide, choice.chosen !== null, choice.wish !== null)
  useReadingPlace(article, map, wanted === null)
  useReaderKeys({ reader, passage, marking, speakersHere: here, putCaret: caret.put, onInspect: inspector.unhide, onFind: find.ask, isActive: side.isActive })
  useSide(side, reader)
  const clicks = useClicks(reader, inspector.unhide)

  // A page has one main part: where two articles stand, what holds both is it.
  const Pane = side === alone ? 'main' : 'div'
  return (
    <ReaderContext.Provider value={reader}>
      <div className="reader" data-inspector={inspector.shown}>
        <div className="read" data-margin={folded ? 'folded' : 'open'}>
          {around && <ArticleMap layout={layout} />}
          <div className="reader-tools" role="toolbar" aria-label="Article tools">
            {around && (
              <>
                <IconButton label="Find in article" icon={Search} keys="Ctrl F" onClick={find.ask} />
                <OutlineMenu />
                <TextAndTheme />
                <IconButton label="Show inspector" icon={PanelRight} pressed={inspector.shown} onClick={() => inspector.show(!inspector.shown)} />
                <ReaderMenu />
              </>
            )}
          </div>
          {find.asked > 0 && <FindBar asked={find.asked} onClose={find.close} />}
          <ArticleNotices />
          <Pane className="read-pane">
            <div className="sheet" onClick={clicks}>
              <article className="article">
                <ArticleHeader article={article} titleId={titleId} />
                <ArticleText key={`${article.id} ${article.revision}`} article={article} titleId={titleId} region={region} />
              </article>
              {map && passage.span && !passage.pulling && <SelectionToolbar map={map} span={passage.span} marking={marking} speakers={here} />}
              {map && chosen && ranges && !passage.span && <RangeHandles map={map} text={article.text} ranges={ranges} colour={colourOf(chosen, speakers) ?? 0} layout={layout} />}
              {caret.place && <div className="caret" aria-hidden style={caret.place} />}
              <Marks layout={layout} />
            </div>
          </Pane>
        </div>
        {around && inspector.shown && <Inspector onClose={() => inspector.show(false)} />}
      </div>
    </ReaderContext.Provider>
  )
}
