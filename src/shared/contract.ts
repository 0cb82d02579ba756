/**
 * The one agreement between the faces and main: every operation with its input and output,
 * and the events. Main parses each input against it before anything else happens.
 */
import * as v from 'valibot'
import { Span } from './anchor/selectors.ts'
import { Article, ArticleDetails, ArticleFilter, ArticleSummary, ImportResult, ImportSource, PART_SIZE } from './article.ts'
import { LexicalDocumentSchema, linkedTypes } from './document.ts'
import { StatementColumns } from './compare/statement-columns.ts'
import { Comparison, ComparisonChoice, ComparisonTitle, Look } from './comparison.ts'
import { DamagedThing, DamageOffer, RowPlace } from './damage.ts'
import { Event, EventFields } from './event.ts'
import { comparisonFormats, ExportFile, exportFormats, WrittenFile } from './export.ts'
import { Candidate, Highlight, highlightStates } from './highlight.ts'
import { HistoryState, HistoryStep, KeptSteps, Recorded } from './history.ts'
import { Issue } from './issue.ts'
import { Collection, Tag } from './label.ts'
import { Backup, LibraryState } from './library.ts'
import { Backlink, LinkSubject, LinkTarget, Note, NoteSubject } from './note.ts'
import { CarriedCounts, Draft, Revision, RevisionSummary } from './revision.ts'
import { operation, type Client, type Handlers, type InputOf, type OutputOf } from './rpc.ts'
import { SearchHit } from './search.ts'
import { Settings } from './settings.ts'
import { Alias, Speaker } from './speaker.ts'
import { OwnWord, SpellingState } from './spelling.ts'
import { StatementFields, StatementInContext, StatementSurroundings } from './statement.ts'
import { Count, Empty, Fraction, Handle, Id, Name, Offset, Position, RevisionNumber, SpeakerColour } from './values.ts'
import { Verification } from './verify.ts'

/** What the application menu can ask of the window. */
export const menuCommands = ['add-article', 'export', 'settings', 'find', 'undo', 'redo', 'text-larger', 'text-smaller'] as const
export type MenuCommand = (typeof menuCommands)[number]

const Done = v.object({})
const Ids = v.object({ ids: v.pipe(v.array(Id), v.minLength(1)) })
/** Of `text-version.ts`. Left out by who shows nobody the text, and replaces whatever is there. */
const TextVersion = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))))
const NewPassage = v.object({ articleId: Id, ranges: v.pipe(v.array(Span), v.minLength(1)) })

/** Operations on what is in the library. */
export const libraryOperations = {
  'articles.list': operation(ArticleFilter, v.array(ArticleSummary)),
  'articles.counts': operation(Empty, v.object({ all: Count, inbox: Count, archive: Count, bin: Count, statements: Count })),
  'articles.get': operation(v.object({ id: Id }), Article),
  /** One file or text, one transaction. A Counterpoint JSON file brings everything that it holds. */
  'articles.import': operation(ImportSource, ImportResult),
  /** The next part, in base64, of a file that is too large for one message. `upload` is the caller's name for it, unlike any other. */
  'articles.importPart': operation(v.object({ upload: Handle, base64: v.pipe(v.string(), v.maxLength(2 * PART_SIZE)) }), Done),
  'articles.update': operation(v.object({ id: Id, ...v.partial(ArticleDetails).entries, archived: v.optional(v.boolean()) }), Done),
  /**
   * Makes the article's draft its next revision and carries the highlights over, as one Change. A draft with the same text
   * makes none. A draft begun on an older revision is a conflict.
   */
  'articles.revise': operation(v.object({ id: Id }), v.object({ revision: RevisionNumber, carried: CarriedCounts })),
  /** To the bin. */
  'articles.delete': operation(Ids, Recorded),
  'articles.restore': operation(Ids, Done),
  /** Removes for good what is in the bin. Can't be undone. */
  'articles.emptyBin': operation(Empty, v.object({ removed: Count })),
  /** Not a Change. `readingPlace` in UTF-16 code units; `readTo` a fraction. */
  'articles.setReadingPlace': operation(v.object({ id: Id, readingPlace: Offset, readTo: Fraction }), Done),
  'articles.setTag': operation(v.object({ ids: v.array(Id), tagId: Id, on: v.boolean() }), Done),
  'articles.setCollection': operation(v.object({ ids: v.array(Id), collectionId: Id, on: v.boolean() }), Done),

  /** Newest first, without their texts. */
  'revisions.list': operation(v.object({ articleId: Id }), v.array(RevisionSummary)),
  'revisions.get': operation(v.object({ articleId: Id, number: RevisionNumber }), Revision),
  /** Drafts are kept as they are typed; they are no Changes. */
  'drafts.get': operation(v.object({ articleId: Id }), v.nullable(Draft)),
  /** `after`: the version of the draft that this one goes on from, null for none; a conflict when another is there by now. */
  'drafts.save': operation(v.object({ articleId: Id, base: RevisionNumber, document: LexicalDocumentSchema, after: TextVersion }), Done),
  'drafts.discard': operation(v.object({ articleId: Id }), Done),
  /** A newer version of the article's source, chosen by hand, becomes its draft. */
  'drafts.import': operation(v.object({ articleId: Id, source: ImportSource }), Draft),
  /** Where each highlight would come to lie if the draft became the next revision. */
  'drafts.carry': operation(v.object({ articleId: Id }), v.array(v.object({ highlightId: Id, state: v.picklist(highlightStates), ranges: Candidate, candidates: v.array(Candidate) }))),
  /** The draft was no newer version after all: it becomes an article of its own. */
  'drafts.separate': operation(v.object({ articleId: Id }), v.object({ id: Id, title: v.string() })),
  /** In the order of the text. */
  'highlights.list': operation(v.object({ articleId: Id }), v.array(Highlight)),
  'highlights.create': operation(NewPassage, Highlight),
  'highlights.delete': operation(v.object({ id: Id }), Recorded),
  /** Other ranges of the highlight's own revision: one more, one less, or an end moved. */
  'highlights.setRanges': operation(v.object({ id: Id, ranges: v.pipe(v.array(Span), v.minLength(1)) }), Done),
  'highlights.setTag': operation(v.object({ id: Id, tagId: Id, on: v.boolean() }), Done),
  /** Those that wait, said by another before reworded before lost: of one article or of all that are not in the bin. */
  'highlights.queue': operation(v.object({ articleId: v.optional(Id) }), v.array(v.object({ ...Highlight.entries, articleTitle: v.string(), articleRevision: RevisionNumber }))),
  /** Takes one of the candidates: the highlight moves to the article's revision with its new words. */
  'highlights.accept': operation(v.object({ id: Id, candidate: Count }), Done),
  /** As `accept`, and all its statements are this speaker's; their stances are asked for again. */
  'highlights.acceptAs': operation(v.object({ id: Id, candidate: Count, speakerId: Id }), Done),
  /** Stays on the old revision, and leaves the queue. */
  'highlights.keepOld': operation(v.object({ id: Id }), Done),
  /** Placed by hand on the article's revision. */
  'highlights.place': operation(v.object({ id: Id, ranges: v.pipe(v.array(Span), v.minLength(1)) }), Done),

  /** Newest first within the article's order of adding. Absent filters let all through; null means "none yet". */
  'statements.list': operation(v.object({ articleId: v.optional(Id), speakerId: v.optional(v.nullable(Id)), issueId: v.optional(v.nullable(Id)), ids: v.optional(v.array(Id)) }), v.array(StatementInContext)),
  /** All of them without their words; the oldest first. */
  'statements.columns': operation(Empty, StatementColumns),
  /** The paragraphs that each was said in, in the wording of its highlight's revision. */
  'statements.surroundings': operation(v.object({ ids: v.array(Id) }), v.array(StatementSurroundings)),
  /** On a highlight that is there, or on a new passage: then both are one Change. */
  'statements.create': operation(v.object({ on: v.union([v.object({ highlightId: Id }), NewPassage]), ...v.partial(StatementFields).entries }), StatementInContext),
  'statements.update': operation(v.object({ id: Id, ...v.partial(StatementFields).entries }), Done),
  'statements.delete': operation(v.object({ id: Id }), Recorded),
  /** The same fields of several, as one Change; refused as a whole when one of them is gone or a name is unknown. */
  'statements.updateMany': operation(v.object({ ...Ids.entries, ...v.partial(StatementFields).entries }), Recorded),
  /** Puts a tag on the statements' highlights, or takes it off: one Change. */
  'statements.setTag': operation(v.object({ ...Ids.entries, tagId: Id, on: v.boolean() }), Recorded),
  /** Their highlights stay. One Change. */
  'statements.deleteMany': operation(Ids, Recorded),

  'speakers.list': operation(Empty, v.array(Speaker)),
  /** The colour least used is given. An existing name or alias is a conflict. */
  'speakers.create': operation(v.object({ name: Name }), Speaker),
  'speakers.update': operation(v.object({ id: Id, name: v.optional(Name), colour: v.optional(SpeakerColour), speaksForId: v.optional(v.nullable(Id)), position: v.optional(Position) }), Done),
  'speakers.addAlias': operation(v.object({ id: Id, ...Alias.entries }), Done),
  'speakers.removeAlias': operation(v.object({ id: Id, ...Alias.entries }), Done),
  /** All that `id` has goes to `intoId`: statements, aliases, those who speak for it, its note below the other's. Its name becomes an alias. */
  'speakers.merge': operation(v.object({ id: Id, intoId: Id }), Recorded),
  /** These statements of `id` go to a new speaker. */
  'speakers.split': operation(v.object({ id: Id, name: Name, statementIds: v.pipe(v.array(Id), v.minLength(1)) }), v.object({ ...Speaker.entries, ...Recorded.entries })),
  /** Its statements go to `moveToId`, or stay without a speaker. */
  'speakers.delete': operation(v.object({ id: Id, moveToId: v.optional(v.nullable(Id), null) }), Recorded),

  'issues.list': operation(Empty, v.array(Issue)),
  'issues.create': operation(v.object({ proposition: Name }), Issue),
  'issues.update': operation(v.object({ id: Id, proposition: v.optional(Name), position: v.optional(Position) }), Done),
  /** All that `id` has goes to `intoId`; its note below the other's. */
  'issues.merge': operation(v.object({ id: Id, intoId: Id }), Recorded),
  'issues.split': operation(v.object({ id: Id, proposition: Name, statementIds: v.pipe(v.array(Id), v.minLength(1)) }), v.object({ ...Issue.entries, ...Recorded.entries })),
  /** Its statements go to `moveToId`, or stay without an issue. */
  'issues.delete': operation(v.object({ id: Id, moveToId: v.optional(v.nullable(Id), null) }), Recorded),

  /** By title; the one that has none yet comes first. */
  'comparisons.list': operation(Empty, v.array(Comparison)),
  /** A title that is taken gets a number. */
  'comparisons.create': operation(v.object({ title: ComparisonTitle, choice: ComparisonChoice }), Comparison),
  /** Null: the one without a title, made if need be. A title that is taken gets a number. */
  'comparisons.update': operation(v.object({ id: v.nullable(Id), title: v.optional(ComparisonTitle), ...v.partial(ComparisonChoice).entries }), Comparison),
  /** With its note. */
  'comparisons.duplicate': operation(v.object({ id: Id }), Comparison),
  'comparisons.delete': operation(v.object({ id: Id }), Recorded),

  'looks.list': operation(Empty, v.array(Look)),
  /** No articles: not looked yet. */
  'looks.set': operation(v.object({ issueId: Id, speakerId: Id, articleIds: v.array(Id) }), Done),

  'events.list': operation(Empty, v.array(Event)),
  'events.create': operation(EventFields, Event),
  'events.update': operation(v.object({ id: Id, ...v.partial(EventFields).entries }), Done),
  'events.delete': operation(v.object({ id: Id }), Recorded),

  'notes.get': operation(NoteSubject, v.nullable(Note)),
  /**
   * Saves of one typing `run` are one Change. An empty document removes the note. `after`: the version of the
   * note that this one goes on from, null for none; a conflict when another is there by now.
   */
  'notes.save': operation(v.object({ subject: NoteSubject, document: LexicalDocumentSchema, run: Handle, after: TextVersion }), Done),

  /** The notes that link to it, newest first. */
  'notes.backlinks': operation(LinkSubject, v.array(Backlink)),
  /** What a note can link to whose name holds all the words: of each type at most `limit`. No words: the newest. */
  'notes.suggest': operation(v.object({ words: v.pipe(v.string(), v.maxLength(200)), types: v.optional(v.array(v.picklist(linkedTypes)), ['speaker', 'issue', 'article', 'highlight']), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 6) }), v.array(LinkTarget)),
  /** What the link leads to now; null if that is not in the library, or in the bin. */
  'notes.resolve': operation(LinkSubject, v.nullable(LinkTarget)),

  'tags.list': operation(Empty, v.array(Tag)),
  'tags.create': operation(v.object({ name: Name }), Tag),
  'tags.rename': operation(v.object({ id: Id, name: Name }), Done),
  'tags.delete': operation(v.object({ id: Id }), Recorded),
  'collections.list': operation(Empty, v.array(Collection)),
  'collections.create': operation(v.object({ name: Name }), Collection),
  'collections.rename': operation(v.object({ id: Id, name: Name }), Done),
  'collections.delete': operation(v.object({ id: Id }), Recorded),

  /** Every word must be there; the last may be unfinished. Articles, highlights, notes: of each at most `limit`, best first. */
  'search.find': operation(v.object({ words: v.pipe(v.string(), v.maxLength(500)), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 50) }), v.array(SearchHit)),

  /** What search keeps is made anew from the library. */
  'search.remake': operation(Empty, Done),

  /** One article, or everything. */
  'exports.render': operation(v.object({ format: v.picklist(exportFormats), articleId: v.optional(Id), job: v.optional(Handle) }), WrittenFile),
  /**
   * Null: the comparison without a title. `job`: the caller's name for it, which `exports.progress` tells and `exports.cancel` takes.
   * `preview`: of a format that is bytes, its words as Markdown, under the name and with the losses of the format itself.
   */
  'exports.renderComparison': operation(v.object({ format: v.picklist(comparisonFormats), comparisonId: v.nullable(Id), job: v.optional(Handle), preview: v.optional(v.boolean()) }), WrittenFile),

  'history.state': operation(Empty, HistoryState),
  /**
   * Give the name of the act taken back or done again. `change`: this Change of the window's, whatever was done after it; a conflict
   * when a later one needs it, and then both stay.
   */
  'history.undo': operation(v.strictObject({ change: v.optional(Count) }), v.object({ label: v.string() })),
  'history.redo': operation(Empty, v.object({ label: v.string() })),
  /** A new window goes on where the last one that is gone stopped: its steps become this window's, if this one has none. */
  'history.adopt': operation(Empty, Done),
  /** The newest steps first, of this window and of others. */
  'history.list': operation(v.object({ limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 200) }), v.array(HistoryStep)),
  /** Of all windows; older ones are forgotten when nothing else is to be done. */
  'history.kept': operation(Empty, KeptSteps),
  /** Undoes or redoes this window's steps in order until `step` is the last one done; null undoes all. Stops at the first that can't be. */
  'history.goTo': operation(v.object({ step: v.nullable(Count) }), v.object({ steps: Count })),
  /** The damaged things that were found so far: each table is looked at before it is first read. */
  'damage.list': operation(Empty, v.array(DamagedThing)),
  /** All damaged things, with what the newest backups have of them. */
  'damage.offers': operation(Empty, v.array(DamageOffer)),
  /** Just these rows, with those that belong to them, become what the newest backup that has them says. */
  'damage.take': operation(v.object({ rows: v.pipe(v.array(RowPlace), v.minLength(1)) }), Recorded),
  /** What is here is right: a reader has looked at it. */
  'damage.keep': operation(v.object({ rows: v.pipe(v.array(RowPlace), v.minLength(1)) }), Done),
  /** Every quote against its revision, every revision against its SHA-256. */
  'library.verify': operation(Empty, Verification),
}

/** Operations on the library as a whole and on this device's settings: they work while no library is open. */
export const deskOperations = {
  'library.state': operation(Empty, LibraryState),
  /** Opens the library in a folder, and makes it there if the folder holds none. */
  'library.open': operation(v.object({ folder: v.pipe(v.string(), v.trim(), v.minLength(1, 'write the path of a folder')) }), LibraryState),
  /** What is still held of a library that was taken away, as a library in that folder. */
  'library.rescue': operation(v.object({ folder: v.pipe(v.string(), v.trim(), v.minLength(1, 'write the path of a folder')) }), v.object({ folder: v.string() })),
  'backups.list': operation(Empty, v.array(Backup)),
  /** Refused as damaged when the library is: what was made does not count then. */
  'backups.create': operation(Empty, Backup),
  /** The library as it is now is backed up first; a damaged one is kept aside. A damaged backup is refused. */
  'backups.restore': operation(v.object({ name: v.string() }), LibraryState),
  /** Breaks off an export; its call is refused as a conflict. */
  'exports.cancel': operation(v.object({ job: Handle }), Done),
  /** Breaks off the import of a file that came in parts; its call is refused as a conflict. */
  'imports.cancel': operation(v.object({ upload: Handle }), Done),
  'settings.get': operation(Empty, Settings),
  'settings.update': operation(v.partial(Settings), Settings),
  /** Looks into the folder of dictionaries again, and loads the chosen one if spelling is checked. */
  'spelling.state': operation(Empty, SpellingState),
  /** Those that are misspelled; none where no dictionary of ours is in use. */
  'spelling.check': operation(v.object({ words: v.array(v.string()) }), v.array(v.string())),
  /** At most 5, the likeliest first. */
  'spelling.suggest': operation(v.object({ word: v.string() }), v.array(v.string())),
  /** From now on the word is right, in every dictionary. */
  'spelling.add': operation(v.object({ word: OwnWord }), Done),
  /** What this face can do beyond the contract, and which program it is. */
  'app.info': operation(Empty, v.object({ version: v.string(), capabilities: v.object({ chooseFolder: v.boolean(), printToPdf: v.boolean(), saveFile: v.boolean() }) })),
  /** The system's folder picker, where the face has one. Null when it was cancelled. */
  'app.chooseFolder': operation(Empty, v.object({ folder: v.nullable(v.string()) })),
  /** A whole page that needs nothing else, as a PDF in Base64; where the face can. */
  'app.printToPdf': operation(v.object({ html: v.string() }), v.object({ content: v.string() })),
  /** Asks where to save, and answers once the file is there: its path, or null when it was cancelled. Where the face can. */
  'app.saveFile': operation(ExportFile, v.object({ saved: v.nullable(v.string()) })),
  /** Shows a file that `app.saveFile` saved in the system's file manager. */
  'app.showFile': operation(v.object({ path: v.string() }), Done),
  /** What a new window asks first: the menu command that waits for it. Given once. */
  'app.takeCommand': operation(Empty, v.object({ command: v.nullable(v.picklist(menuCommands)) })),
  /** The page's answer to `app.closing`: all that was typed is stored, or can't be. */
  'app.stored': operation(Empty, Done),
}

export const operations = { ...libraryOperations, ...deskOperations }

export type LibraryOperations = typeof libraryOperations
export type DeskOperations = typeof deskOperations
export type Operations = typeof operations
export type OperationName = keyof Operations
export type LibraryHandlers = Handlers<LibraryOperations>
export type DeskHandlers = Handlers<DeskOperations>
export type Input<N extends OperationName> = InputOf<Operations, N>
export type Output<N extends OperationName> = OutputOf<Operations, N>
export type CounterpointClient = Client<Operations, CounterpointEvent>

export const eventNames = [
  'articles.changed', 'highlights.changed', 'statements.changed', 'speakers.changed', 'issues.changed', 'notes.changed',
  'tags.changed', 'collections.changed', 'comparisons.changed', 'looks.changed', 'events.changed', 'history.changed', 'drafts.changed', 'settings.changed',
  /** Something damaged was found, or mended: `damage.list` says what. */
  'damage.changed',
  /** There is another backup, or something to be known of them: `library.state` says what. */
  'backups.changed',
  /** Another library, or a restored one: ask for everything again. */
  'library.changed',
  /** A face asks the window to show an article (a file given to a second start). */
  'articles.opened',
  /** The application menu asks the window for one of its commands. */
  'command.chosen',
  /** How much of an export is done. */
  'exports.progress',
  /** How much of a library's file is read and written, in bytes. */
  'imports.progress',
  /** The window is about to close: the page stores what was typed and answers `app.stored`. */
  'app.closing',
] as const

export const CounterpointEvent = v.variant('name', [
  v.object({ name: v.picklist(eventNames.filter((name) => name !== 'articles.opened' && name !== 'command.chosen' && name !== 'exports.progress' && name !== 'imports.progress')) }),
  v.object({ name: v.literal('articles.opened'), id: Id }),
  v.object({ name: v.literal('imports.progress'), upload: Handle, done: Count, total: Count }),
  v.object({ name: v.literal('exports.progress'), job: Handle, done: Count, total: Count }),
  v.object({ name: v.literal('command.chosen'), command: v.picklist(menuCommands) }),
])
export type CounterpointEvent = v.InferOutput<typeof CounterpointEvent>
