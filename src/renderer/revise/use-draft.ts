import { useCallback, useRef, useState } from 'react'
import type { LexicalDocument } from '../../shared/body.ts'
import type { Draft } from '../../shared/revision.ts'
import { client } from '../api.ts'
import { TYPING_WAIT, useFlushOnLeave } from '../editor/flush-on-leave.ts'
import { toastError } from '../ui/toast.tsx'

export interface DraftSaving {
  /** '' while nothing was typed. */
  status: string
  /** Something was typed since the screen opened. */
  typed: boolean
  change: (document: LexicalDocument) => void
  /** Stores what waits; rejects when it can't be stored. */
  flush: () => Promise<void>
  /** From now on nothing is stored; resolves once what is under way is answered. */
  drop: () => Promise<void>
}

/** Keeps the draft as it is typed, going on from the one that was found: at most 300 ms after a keystroke, and when the page is left. */
export function useDraft(articleId: string, base: number, found: Draft | null): DraftSaving {
  const waiting = useRef<LexicalDocument | null>(null)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dropped = useRef(false)
  /** When the draft that this edit goes on from was stored. */
  const stored = useRef(found?.updatedAt ?? null)
  const [status, setStatus] = useState('')
  const [typed, setTyped] = useState(false)

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    timer.current = undefined
    const document = waiting.current
    waiting.current = null
    if (!document) return saving.current
    saving.current = saving.current.catch(() => undefined).then(async () => {
      if (dropped.current) return
      const { updatedAt } = await client.call('drafts.save', { articleId, base, document, after: stored.current })
      stored.current = updatedAt
      setStatus('Draft kept')
    })
    return saving.current
  }, [articleId, base])

  const change = useCallback((document: LexicalDocument) => {
    if (dropped.current) return
    waiting.current = document
    setTyped(true)
    setStatus('Keeping…')
    timer.current ??= setTimeout(() => {
      flush().catch((error: Error) => {
        setStatus('Not kept')
        toastError(error)
      })
    }, TYPING_WAIT)
  }, [flush])

  const drop = useCallback(async () => {
    dropped.current = true
    clearTimeout(timer.current)
    waiting.current = null
    await saving.current.catch(() => undefined)
  }, [])

  useFlushOnLeave(useCallback(() => flush().catch(() => undefined), [flush]))
  return { status, typed, change, flush, drop }
}
