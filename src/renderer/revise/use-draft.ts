import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Article } from '../../shared/article.ts'
import type { LexicalDocument } from '../../shared/body.ts'
import type { Draft } from '../../shared/revision.ts'
import { versionOf } from '../../shared/text-version.ts'
import { client, queries } from '../api.ts'
import { useFlushOnLeave } from '../editor/flush-on-leave.ts'
import { TextSaver, UndecidedConflict, type SaverState, type StoredText } from '../editor/text-saver.ts'
import { NotStoredYet } from '../editor/try-again.ts'
import { unsavedTexts } from '../editor/unsaved-texts.ts'
import { notSaved } from '../editor/use-saving.ts'
import { refresh } from '../refresh.ts'
import { toastError } from '../ui/toast.tsx'

/** What there is to be edited: the article's draft, or its body where there is none. */
interface Editable extends StoredText { document: LexicalDocument; base: number }

export interface DraftSaving extends SaverState {
  /** The revision that the text was begun on, whatever another window makes of the article meanwhile. */
  base: number
  /** What is stored, to be shown while nothing is typed. */
  document: LexicalDocument
  /** '' while nothing was typed. */
  status: string
  /** Something was typed since the screen opened. */
  typed: boolean
  change: (document: LexicalDocument) => void
  onShown: () => void
  saver: Pick<TextSaver, 'settle' | 'flush' | 'drop'>
}

/** Keeps the draft as it is typed, going on from the one that is there: at most 300 ms after a keystroke, and when the page is left. */
export function useDraft(article: Article, found: Draft | null): DraftSaving {
  const stored = useMemo(() => editable(article, found), [article, found])
  const [status, setStatus] = useState('')
  const [typed, setTyped] = useState(false)
  const [saver] = useState(() => createDraftSaver(article.id, stored, (kept) => {
    setStatus('Keeping…')
    kept.then(() => setStatus('Draft kept'), (error: Error) => {
      setStatus(notSaved('Not kept', error))
      if (!(error instanceof UndecidedConflict || error instanceof NotStoredYet)) toastError(error)
    })
  }))
  const [before] = useState(() => saver.typed())
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  useFlushOnLeave(saver)
  useEffect(() => saver.sees(stored), [saver, stored])

  const onShown = useCallback(() => saver.shown(stored), [saver, stored])
  const change = useCallback((document: LexicalDocument) => { setTyped(true); saver.change(document) }, [saver])
  return { ...state, base: state.from.base, document: (state.unsaved ? before : null) ?? stored.document, status, typed, change, onShown, saver }
}

function createDraftSaver(articleId: string, begin: Editable, report: (kept: Promise<void>) => void): TextSaver<Editable> {
  const key = `draft ${articleId}`
  const kept = unsavedTexts.find(key) as TextSaver<Editable> | undefined
  kept?.goOn(report)
  return kept ?? new TextSaver<Editable>({
    begin, key, unsaved: unsavedTexts,
    save: async (document, { base, version }) => {
      await client.call('drafts.save', { articleId, base, document, after: version })
      await refresh(queries, 'drafts')
    },
    read: async () => {
      const [article, draft] = await Promise.all([client.call('articles.get', { id: articleId }), client.call('drafts.get', { articleId })])
      return editable(article, draft)
    },
    versionOf,
    report,
  })
}

function editable(article: Pick<Article, 'body' | 'revision'>, draft: Draft | null): Editable {
  return draft ? { document: draft.document, version: versionOf(draft.document), base: draft.base } : { document: article.body, version: null, base: article.revision }
}
