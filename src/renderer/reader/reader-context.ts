/** What the parts of the reader share: the article, what is marked in it, and which of it is chosen. */
import { createContext, useContext } from 'react'
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import type { Article } from '../../shared/article.ts'
import { mayBeAnothers, placeIn, type Highlight } from '../../shared/highlight.ts'
import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import type { TextMap } from './text-offsets.ts'
import type { Ranges } from './use-ranges.ts'

/** Without a statement: the highlight's first one, if it has any. */
export interface Chosen { highlightId: string; statementId?: string }

export interface ChooseOptions {
  /** Bring its passage to the middle of the pane. */
  reveal?: boolean
  /** Where the keyboard goes next. */
  focus?: 'note' | 'speaker' | 'entry' | 'inspector'
}

export interface Reader {
  article: Article
  /** In the order of the text. */
  highlights: Highlight[]
  speakers: Speaker[]
  issues: Issue[]
  /** Null until the text is on the page. */
  map: TextMap | null
  chosen: Chosen | null
  /** Highlights that are lit beside the chosen one: those that another article's choice points to. */
  litIds: ReadonlySet<string>
  choose: (chosen: Chosen | null, options?: ChooseOptions) => void
  /** To change the words of the chosen highlight; null without one that lies in the text. */
  ranges: Ranges | null
  /** Where the keyboard should go once what was chosen is shown; taking it clears it. */
  wish: ChooseOptions['focus'] | null
  takeWish: () => void
}

export const ReaderContext = createContext<Reader | null>(null)

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('useReader is for parts of the reader')
  return reader
}

/** The colour of the highlight's first statement's speaker; null for none. */
export function colourOf(highlight: Highlight, speakers: Speaker[]): number | null {
  return speakers.find((speaker) => speaker.id === highlight.statements[0]?.speakerId)?.colour ?? null
}

/** The highlight as the text shows it: one that may be said by another keeps its place until that is decided. */
export function inText(highlight: Highlight, article: Pick<Article, 'revision' | 'text'>): Highlight {
  const place = mayBeAnothers(highlight) ? placeIn(highlight, article) : null
  return place ? { ...highlight, ranges: place, revision: article.revision, paragraph: paragraphNumber(article.text, place[0]!.start) } : highlight
}

/** Highlights that lie in the text as it is shown: of this revision, and not lost. */
export function isPlaced(highlight: Highlight, article: Pick<Article, 'revision'>): boolean {
  return highlight.revision === article.revision && highlight.state !== 'lost'
}
