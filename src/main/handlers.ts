/** Which service answers which of the contract's library operations: the whole list in one place. */
import type { LibraryHandlers } from '../shared/contract.ts'
import type { Services } from './services.ts'

export function createHandlers(services: Services): LibraryHandlers {
  const { statements, notes, noteLinks, search, exports, history, trimming, damaged, verifying } = services
  return {
    ...textHandlers(services),
    ...nameHandlers(services),
    ...compareHandlers(services),
    'statements.list': (filter) => statements.list(filter),
    'statements.columns': () => statements.columns(),
    'statements.surroundings': (input) => statements.surroundings(input),
    'statements.create': (input, context) => statements.create(input, context),
    'statements.update': (input, context) => statements.update(input, context),
    'statements.delete': ({ id }, context) => statements.delete(id, context),
    'statements.updateMany': (input, context) => statements.updateMany(input, context),
    'statements.setTag': ({ ids, tagId, on }, context) => services.tags.setOnStatements({ statements: ids.map(statements.get), tagId, on }, context),
    'statements.deleteMany': ({ ids }, context) => statements.deleteMany(ids, context),
    'notes.get': (subject) => notes.find(subject),
    'notes.save': (input, context) => notes.save(input, context),
    'notes.backlinks': (subject) => noteLinks.backlinks(subject),
    'notes.suggest': (input) => noteLinks.suggest(input),
    'notes.resolve': (subject) => noteLinks.resolve(subject),
    'search.find': (input) => search.find(input),
    'search.remake': () => search.remake(),
    'exports.render': (input) => exports.render(input),
    'exports.renderComparison': (input) => exports.renderComparison(input),
    'history.state': (_input, { client }) => history.state(client),
    'history.undo': ({ change }, { client }) => history.undo(client, change),
    'history.redo': (_input, { client }) => history.redo(client),
    'history.adopt': (_input, context) => history.adopt(context),
    'history.list': ({ limit }, { client }) => history.list(limit, client),
    'history.kept': () => trimming.kept(),
    'history.goTo': ({ step }, { client }) => history.goTo(step, client),
    'damage.list': () => damaged.list(),
    'damage.offers': () => damaged.offers(),
    'damage.take': (input, context) => damaged.take(input, context),
    'damage.keep': (input) => damaged.keep(input),
    'library.verify': () => verifying.verify(),
  }
}

type TextOperation = Extract<keyof LibraryHandlers, `${'articles' | 'revisions' | 'drafts' | 'highlights'}.${string}`>

function textHandlers({ articles, revisions, highlights, statements, tags, collections }: Services): Pick<LibraryHandlers, TextOperation> {
  return {
    'articles.list': (filter) => articles.list(filter),
    'articles.counts': () => articles.counts(),
    'articles.get': ({ id }) => articles.read(id),
    'articles.import': (source, context) => articles.importSource(source, context),
    'articles.importPart': (part) => articles.importPart(part),
    'articles.update': (input, context) => articles.update(input, context),
    'articles.revise': ({ id }, context) => revisions.revise(id, context),
    'articles.delete': ({ ids }, context) => articles.delete(ids, context),
    'articles.restore': ({ ids }, context) => articles.restore(ids, context),
    'articles.emptyBin': () => articles.emptyBin(),
    'articles.setReadingPlace': (input) => articles.setReadingPlace(input),
    'articles.setTag': ({ ids, tagId, on }, context) => tags.set(ids, tagId, on, context),
    'articles.setCollection': ({ ids, collectionId, on }, context) => collections.set(ids, collectionId, on, context),
    'revisions.list': ({ articleId }) => revisions.list(articleId),
    'revisions.get': ({ articleId, number }) => revisions.get(articleId, number),
    'drafts.get': ({ articleId }) => revisions.findDraft(articleId),
    'drafts.save': (input) => revisions.saveDraft(input),
    'drafts.discard': ({ articleId }) => revisions.discardDraft(articleId),
    'drafts.import': (input) => revisions.importDraft(input),
    'drafts.carry': ({ articleId }) => revisions.carryDraft(articleId),
    'drafts.separate': ({ articleId }, context) => revisions.separateDraft(articleId, context),
    'highlights.list': ({ articleId }) => highlights.list(articleId),
    'highlights.create': (passage, context) => highlights.create(passage, context),
    'highlights.setRanges': (input, context) => highlights.setRanges(input, context),
    'highlights.setTag': (input, context) => {
      highlights.get(input.id)
      return tags.setOnHighlight(input, context)
    },
    'highlights.queue': (input) => highlights.queue(input),
    'highlights.accept': (input, context) => highlights.accept(input, context),
    'highlights.acceptAs': (input, context) => statements.acceptAs(input, context),
    'highlights.keepOld': ({ id }, context) => highlights.keepOld(id, context),
    'highlights.place': (input, context) => highlights.place(input, context),
    'highlights.delete': ({ id }, context) => highlights.delete(id, context),
  }
}

type NameOperation = Extract<keyof LibraryHandlers, `${'speakers' | 'issues' | 'tags' | 'collections'}.${string}`>

function nameHandlers({ speakers, issues, speakerMerging, issueMerging, tags, collections }: Services): Pick<LibraryHandlers, NameOperation> {
  return {
    'speakers.list': () => speakers.list(),
    'speakers.create': ({ name }, context) => speakers.create(name, context),
    'speakers.update': (input, context) => speakers.update(input, context),
    'speakers.addAlias': (input, context) => speakers.addAlias(input, context),
    'speakers.removeAlias': (input, context) => speakers.removeAlias(input, context),
    'speakers.merge': (input, context) => speakerMerging.merge(input, context),
    'speakers.split': (input, context) => speakerMerging.split(input, context),
    'speakers.delete': (input, context) => speakerMerging.delete(input, context),
    'issues.list': () => issues.list(),
    'issues.create': ({ proposition }, context) => issues.create(proposition, context),
    'issues.update': (input, context) => issues.update(input, context),
    'issues.merge': (input, context) => issueMerging.merge(input, context),
    'issues.split': ({ proposition, ...input }, context) => issueMerging.split({ ...input, name: proposition }, context),
    'issues.delete': (input, context) => issueMerging.delete(input, context),
    'tags.list': () => tags.list(),
    'tags.create': ({ name }, context) => tags.create(name, context),
    'tags.rename': (input, context) => tags.rename(input, context),
    'tags.delete': ({ id }, context) => tags.delete(id, context),
    'collections.list': () => collections.list(),
    'collections.create': ({ name }, context) => collections.create(name, context),
    'collections.rename': (input, context) => collections.rename(input, context),
    'collections.delete': ({ id }, context) => collections.delete(id, context),
  }
}

type CompareOperation = Extract<keyof LibraryHandlers, `${'comparisons' | 'looks' | 'events'}.${string}`>

function compareHandlers({ comparisons, looks, events }: Services): Pick<LibraryHandlers, CompareOperation> {
  return {
    'comparisons.list': () => comparisons.list(),
    'comparisons.create': (input, context) => comparisons.create(input, context),
    'comparisons.update': (input, context) => comparisons.update(input, context),
    'comparisons.duplicate': ({ id }, context) => comparisons.duplicate(id, context),
    'comparisons.delete': ({ id }, context) => comparisons.delete(id, context),
    'events.list': () => events.list(),
    'events.create': (input, context) => events.create(input, context),
    'events.update': (input, context) => events.update(input, context),
    'events.delete': ({ id }, context) => events.delete(id, context),
    'looks.list': () => looks.list(),
    'looks.set': (input, context) => looks.set(input, context),
  }
}
