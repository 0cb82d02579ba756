import { useCallback, useRef, useState } from 'react'
import { passingReason } from '../../shared/disk-fault.ts'
import { announce } from '../ui/announce.ts'
import { toastError } from '../ui/toast.tsx'
import { UndecidedConflict } from './text-saver.ts'
import { NotStoredYet } from './try-again.ts'

export interface Saving {
  /** "Saving…", "Saved 14:32", "Not saved: the disk is full", or '' while nothing was changed. */
  status: string
  /** Shows the promise's fate. It never rejects; undefined stands for a failure, which was told. */
  run: <T>(act: Promise<T>) => Promise<T | undefined>
}

export function useSaving(): Saving {
  const [status, setStatus] = useState('')
  const running = useRef(0)
  /** What was typed is not stored yet: each keystroke tries again, and the status stays. */
  const waits = useRef(false)
  const run = useCallback(async <T>(act: Promise<T>): Promise<T | undefined> => {
    if (!waits.current) setStatus('Saving…')
    running.current += 1
    try {
      const result = await act
      waits.current = false
      // What was typed meanwhile is not stored yet.
      if (running.current === 1) setStatus(`Saved ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`)
      announce('Saved')
      return result
    } catch (error) {
      setStatus(notSaved('Not saved', error as Error))
      waits.current = error instanceof NotStoredYet
      // Of a conflict the editor asks, and of what waits it is said once for all.
      if (!(error instanceof UndecidedConflict || error instanceof NotStoredYet)) toastError(error as Error)
      return undefined
    } finally {
      running.current -= 1
    }
  }, [])
  return { status, run }
}

/** With the reason where it is one that passes. */
export function notSaved(words: string, error: Error & { code?: string }): string {
  const reason = passingReason(error)
  return reason === undefined ? words : `${words}: ${reason}`
}
