/** Merging, splitting off and deleting speakers and issues: where their statements and notes go. */
import type { Recorded } from '../../shared/history.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { NoteService } from '../notes/note-service.ts'
import type { StatementService } from '../statements/statement-service.ts'

export interface NameMergingParts<T> {
  noun: 'speaker' | 'issue'
  things: {
    get: (id: string) => T
    create: (name: string, context: CallContext) => T
    delete: (id: string, context: CallContext) => void
    /** Gives `into` what else `from` has, and removes `from`. */
    absorb: (from: T, into: T) => void
  }
  statements: StatementService
  /** Whatever else names it, and names the other one once they are merged. */
  followers: { replaceName: (noun: 'speaker' | 'issue', fromId: string, toId: string) => void }[]
  notes: NoteService
  history: HistoryService
}

export function createNameMerging<T extends { id: string }>({ noun, things, statements, followers, notes, history }: NameMergingParts<T>) {
  return {
    merge({ id, intoId }: { id: string; intoId: string }, context: CallContext): Recorded {
      const [from, into] = [things.get(id), things.get(intoId)]
      if (id === intoId) throw new AppError('bad-input', `Choose another ${noun} to merge this one into.`)
      return history.act({ ...context, label: `Merge ${noun}s` }, () => {
        statements.reassign(noun, id, intoId)
        for (const follower of followers) follower.replaceName(noun, id, intoId)
        notes.merge({ type: noun, id }, { type: noun, id: intoId })
        things.absorb(from, into)
      })
    },
    split({ id, name, statementIds }: { id: string; name: string; statementIds: string[] }, context: CallContext): T & Recorded {
      things.get(id)
      const { result, change } = history.recorded({ ...context, label: `Split off ${noun}` }, () => {
        const made = things.create(name, context)
        statements.reassign(noun, id, made.id, new Set(statementIds))
        return things.get(made.id)
      })
      return { ...result, change }
    },
    delete({ id, moveToId }: { id: string; moveToId: string | null }, context: CallContext): Recorded {
      things.get(id)
      if (moveToId) things.get(moveToId)
      if (moveToId === id) throw new AppError('bad-input', `Choose another ${noun} for its statements.`)
      return history.act({ ...context, label: `Delete ${noun}` }, () => {
        if (moveToId) statements.reassign(noun, id, moveToId)
        things.delete(id, context)
      })
    },
  }
}
