/** Statements: highlights read as "this speaker takes this stance on this issue". */
import { paragraphNumber } from '../../shared/anchor/canonical-text.ts'
import type { Input } from '../../shared/contract.ts'
import { caveatOf, placeIn } from '../../shared/highlight.ts'
import type { Recorded } from '../../shared/history.ts'
import { AppError, type CallContext } from '../../shared/rpc.ts'
import type { Statement, StatementFields, StatementInContext, StatementSurroundings } from '../../shared/statement.ts'
import type { ArticleService } from '../articles/article-service.ts'
import type { HighlightService } from '../highlights/highlight-service.ts'
import type { HistoryService } from '../history/history-service.ts'
import type { IssueService } from '../issues/issue-service.ts'
import type { SpeakerService } from '../speakers/speaker-service.ts'
import { columnsOf } from './statement-columns.ts'
import type { StatementFilter, StatementTable } from './statement-table.ts'
import type { WordingGuess } from './wording-guess.ts'
import { surroundingsOf } from './surroundings.ts'

export interface StatementServiceParts {
  table: StatementTable
  articles: ArticleService
  highlights: HighlightService
  speakers: SpeakerService
  issues: IssueService
  wordingGuess: WordingGuess
  history: HistoryService
  newId: () => string
  clock: () => Date
}
export type StatementService = ReturnType<typeof createStatementService>
type Fields = Partial<StatementFields>

export function createStatementService({ table, articles, highlights, speakers, issues, wordingGuess, history, newId, clock }: StatementServiceParts) {
  function get(id: string): Statement {
    const statement = table.find(id)
    if (!statement) throw new AppError('not-found', 'That statement is not in the library any more.')
    return statement
  }

  function list(filter: StatementFilter & { ids?: string[] | undefined }): StatementInContext[] {
    const texts = new Map<string, string>()
    return (filter.ids ? table.listed(filter.ids) : table.list(filter)).map(({ revision, start, state, waiting, wordingOf, present, ...statement }) => {
      const key = `${statement.articleId} ${revision}`
      if (!texts.has(key)) texts.set(key, articles.text(statement.articleId, revision))
      return { ...statement, paragraph: paragraphNumber(texts.get(key)!, start), caveat: caveatOf({ state, waiting: waiting === 1, revision: wordingOf }, present) }
    })
  }

  function checkNames(fields: Fields): void {
    if (fields.speakerId) speakers.get(fields.speakerId)
    if (fields.reportedById) speakers.get(fields.reportedById)
    if (fields.issueId) issues.get(fields.issueId)
  }

  return {
    get,
    list,
    columns: () => columnsOf(table.plain(), table.articles(), table.highlightTags()),
    surroundings({ ids }: Input<'statements.surroundings'>): StatementSurroundings[] {
      return table.listed(ids).map(({ id, highlightId, articleId, revision }) => {
        const { language } = articles.get(articleId)
        const text = articles.text(articleId, revision)
        const highlight = highlights.get(highlightId)
        return { id, language, ...surroundingsOf(text, placeIn(highlight, { revision, text }) ?? highlight.ranges) }
      })
    },
    all: () => table.all(),
    /** Those not there yet whose highlight is; more than memory holds may come. */
    addAll(statements: Iterable<Statement>): number {
      const speakerIds = new Set(speakers.list().map((speaker) => speaker.id))
      const issueIds = new Set(issues.list().map((issue) => issue.id))
      const known = (ids: Set<string>, id: string | null): string | null => (id && ids.has(id) ? id : null)
      let added = 0
      for (const one of statements) {
        if (table.find(one.id) || !highlights.has(one.highlightId)) continue
        table.add({ ...one, speakerId: known(speakerIds, one.speakerId), reportedById: known(speakerIds, one.reportedById), issueId: known(issueIds, one.issueId) })
        added += 1
      }
      return added
    },
    create({ on, ...fields }: Input<'statements.create'>, context: CallContext): StatementInContext {
      checkNames(fields)
      const id = newId()
      history.record({ ...context, label: 'Mark statement' }, () => {
        const highlightId = 'highlightId' in on ? highlights.get(on.highlightId).id : highlights.add(on.articleId, on.ranges, context)
        table.add({
          id, highlightId, speakerId: null, issueId: null, stance: null, wording: fields.wording ?? wordingGuess.of(highlightId), wordingGuessed: true, reportedById: null, dateSaid: null,
          ...given(fields), createdAt: clock().toISOString(),
        })
      })
      return list({ id })[0]!
    },
    update({ id, ...fields }: Input<'statements.update'>, context: CallContext): Record<string, never> {
      get(id)
      checkNames(fields)
      history.record({ ...context, label: labelOf(fields) }, () => table.set(id, given(fields)))
      return {}
    },
    updateMany({ ids, ...fields }: Input<'statements.updateMany'>, context: CallContext): Recorded {
      const statements = [...new Set(ids)].map(get)
      checkNames(fields)
      return history.act({ ...context, label: labelOf(fields, statements.length) }, () => statements.forEach((one) => table.set(one.id, given(fields))))
    },
    deleteMany(ids: string[], context: CallContext): Recorded {
      const statements = [...new Set(ids)].map(get)
      return history.act({ ...context, label: statements.length === 1 ? 'Delete statement' : `Delete ${statements.length} statements` }, () => statements.forEach((one) => table.remove(one.id)))
    },
    /** The highlight's place is accepted, and another says its statements than was thought: what stance that one takes is asked for again. */
    acceptAs({ id, candidate, speakerId }: Input<'highlights.acceptAs'>, context: CallContext): Record<string, never> {
      speakers.get(speakerId)
      history.record({ ...context, label: 'Set another speaker' }, () => {
        highlights.accept({ id, candidate }, context)
        for (const one of table.ofHighlight(id)) table.set(one.id, { speakerId, stance: null, reportedById: one.reportedById === speakerId ? null : undefined })
      })
      return {}
    },
    /** Inside a Change: what names `fromId` names `toId` instead; `only` these. Who says a thing doesn't also relay it. */
    reassign(noun: 'speaker' | 'issue', fromId: string, toId: string, only?: Set<string>): void {
      const moved = table.naming(noun, fromId).filter((one) => !only || only.has(one.id))
      if (only && moved.length < only.size) throw new AppError('not-found', `Not all of these statements are still this ${noun}’s. Choose them again.`)
      const other = (id: string | null): string | null => (id === fromId ? toId : id)
      for (const one of moved) {
        const [speakerId, reportedById] = [other(one.speakerId), other(one.reportedById)]
        table.set(one.id, { speakerId, issueId: other(one.issueId), reportedById: speakerId === reportedById && one.speakerId !== one.reportedById ? null : reportedById })
      }
    },
    delete(id: string, context: CallContext): Recorded {
      get(id)
      return history.act({ ...context, label: 'Delete statement' }, () => table.remove(id))
    },
  }
}

/** A wording that is set is no guess any more. */
function given(fields: Fields): Partial<Statement> {
  return { ...defined(fields), ...(fields.wording ? { wordingGuessed: false } : {}) }
}

function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const fieldNames: Record<keyof Fields, string> = {
  speakerId: 'speaker', issueId: 'issue', stance: 'stance', wording: 'wording', reportedById: 'who relays it', dateSaid: 'date said',
}

function labelOf(fields: Fields, count = 1): string {
  const names = (Object.keys(defined(fields)) as (keyof Fields)[]).map((name) => fieldNames[name])
  if (count === 1) return names.length === 1 ? `Set ${names[0]}` : 'Edit statement'
  return names.length === 1 ? `Set ${names[0]} of ${count} statements` : `Edit ${count} statements`
}
