/** Which of the contract's library operations write: the one place that says so. */
import { libraryOperations, type LibraryHandlers } from '../shared/contract.ts'
import type { Write } from './database/write-queue.ts'

/** `act`: all of it is one transaction. `prepared`: what takes its time comes first, and the handler itself begins the act. */
type Kind = 'read' | 'act' | 'prepared'

const kinds: Record<keyof LibraryHandlers, Kind> = {
  'articles.list': 'read', 'articles.counts': 'read', 'articles.get': 'read', 'articles.import': 'prepared',
  // A part stays in memory until the whole file is imported.
  'articles.importPart': 'read',
  'articles.update': 'act', 'articles.revise': 'act', 'articles.delete': 'act', 'articles.restore': 'act', 'articles.emptyBin': 'act',
  'articles.setReadingPlace': 'act', 'articles.setTag': 'act', 'articles.setCollection': 'act',
  'revisions.list': 'read', 'revisions.get': 'read',
  'drafts.get': 'read', 'drafts.save': 'act', 'drafts.discard': 'act', 'drafts.import': 'prepared', 'drafts.carry': 'read', 'drafts.separate': 'act',
  'highlights.list': 'read', 'highlights.create': 'act', 'highlights.delete': 'act', 'highlights.setRanges': 'act', 'highlights.setTag': 'act',
  'highlights.queue': 'read', 'highlights.accept': 'act', 'highlights.acceptAs': 'act', 'highlights.keepOld': 'act', 'highlights.place': 'act',
  'statements.list': 'read', 'statements.columns': 'read', 'statements.surroundings': 'read', 'statements.create': 'act', 'statements.update': 'act',
  'statements.delete': 'act', 'statements.updateMany': 'act', 'statements.setTag': 'act', 'statements.deleteMany': 'act',
  'speakers.list': 'read', 'speakers.create': 'act', 'speakers.update': 'act', 'speakers.addAlias': 'act', 'speakers.removeAlias': 'act',
  'speakers.merge': 'act', 'speakers.split': 'act', 'speakers.delete': 'act',
  'issues.list': 'read', 'issues.create': 'act', 'issues.update': 'act', 'issues.merge': 'act', 'issues.split': 'act', 'issues.delete': 'act',
  'comparisons.list': 'read', 'comparisons.create': 'act', 'comparisons.update': 'act', 'comparisons.duplicate': 'act', 'comparisons.delete': 'act',
  'looks.list': 'read', 'looks.set': 'act',
  'events.list': 'read', 'events.create': 'act', 'events.update': 'act', 'events.delete': 'act',
  'notes.get': 'read', 'notes.save': 'act', 'notes.backlinks': 'read', 'notes.suggest': 'read', 'notes.resolve': 'read',
  'tags.list': 'read', 'tags.create': 'act', 'tags.rename': 'act', 'tags.delete': 'act',
  'collections.list': 'read', 'collections.create': 'act', 'collections.rename': 'act', 'collections.delete': 'act',
  'search.find': 'read', 'search.remake': 'act', 'exports.render': 'read', 'exports.renderComparison': 'read',
  'history.state': 'read', 'history.undo': 'act', 'history.redo': 'act', 'history.adopt': 'act', 'history.list': 'read', 'history.kept': 'read', 'history.goTo': 'act',
  'damage.list': 'read', 'damage.offers': 'read', 'damage.take': 'act', 'damage.keep': 'act',
  'library.verify': 'read',
}

/** The same handlers, each act within its transaction. */
export function inActs(handlers: LibraryHandlers, write: Write): LibraryHandlers {
  const names = Object.keys(libraryOperations) as (keyof LibraryHandlers)[]
  return Object.fromEntries(names.map((name) => [name, kinds[name] === 'act' ? inAct(handlers[name], write) : handlers[name]])) as LibraryHandlers
}

type AnyHandler = LibraryHandlers[keyof LibraryHandlers]

function inAct(handler: AnyHandler, write: Write): AnyHandler {
  return ((input: never, context: never) => write(() => handler(input, context))) as AnyHandler
}
