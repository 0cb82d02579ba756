/** Random acts for the property tests of undo: for every operation that makes a Change, an input that fits the library as it is. */
import { fromLexical, toLexical, type Block, type LexicalDocument } from '../../shared/body.ts'
import type { Input, LibraryOperations, Output } from '../../shared/contract.ts'
import type { Span } from '../../shared/anchor/selectors.ts'
import type { LibraryContents } from '../../shared/export.ts'
import { noteSubjects } from '../../shared/note.ts'
import { stances, wordings } from '../../shared/statement.ts'
import type { TestApp } from '../testing.ts'

/** Operations that make no Change. Whatever is in the contract and not here needs an act below, or this file has a type error. */
type NoAct =
  | 'articles.list' | 'articles.counts' | 'articles.get' | 'articles.emptyBin' | 'articles.setReadingPlace' | 'revisions.list' | 'revisions.get'
  | 'drafts.get' | 'drafts.save' | 'drafts.discard' | 'drafts.import' | 'drafts.carry' | 'highlights.list' | 'highlights.queue' | 'statements.list'
  | 'speakers.list' | 'issues.list' | 'tags.list' | 'collections.list' | 'notes.get' | 'notes.backlinks' | 'search.find' | 'exports.render'
  | 'library.verify' | Extract<keyof LibraryOperations, `history.${string}`>
export type ActName = Exclude<keyof LibraryOperations, NoAct>

/** What an act is made from: the library's contents, and choices that come from the test's seed. */
interface Chance extends LibraryContents {
  call: TestApp['call']
  number(below: number): number
  one<T>(list: readonly T[]): T | undefined
}

type Sketch<N extends ActName> = (chance: Chance) => Input<N> | undefined | Promise<Input<N> | undefined>

/** Undefined where the library has nothing to do it to. */
const sketches: { [N in ActName]: Sketch<N> } = {
  'articles.import': (chance) => ({ kind: 'text', text: `Story ${chance.number(4)}\n\n${phrase(chance)}\n\nThe rest of the story stays the same.` }),
  'articles.update': (chance) => withId(chance, chance.articles, () => chance.one([
    { title: `Title ${chance.number(5)}`, publisher: '' }, { byline: 'Ana Ruiz', language: 'es' }, { published: '2017-04' }, { archived: true }, { archived: false },
  ])),
  'articles.revise': async (chance) => {
    const article = chance.one(chance.articles)
    if (!article) return undefined
    const { body, revision } = await chance.call('articles.get', { id: article.id })
    await chance.call('drafts.save', { articleId: article.id, base: revision, document: edited(chance, body) })
    return { id: article.id }
  },
  'articles.delete': (chance) => some(chance, chance.articles.filter((article) => !article.deletedAt)),
  'articles.restore': (chance) => some(chance, chance.articles.filter((article) => article.deletedAt)),
  'articles.setTag': (chance) => with2(chance.one(chance.tags), some(chance, chance.articles), (tag, { ids }) => ({ ids, tagId: tag.id, on: chance.number(3) > 0 })),
  'articles.setCollection': (chance) => with2(chance.one(chance.collections), some(chance, chance.articles), (collection, { ids }) => ({ ids, collectionId: collection.id, on: chance.number(3) > 0 })),
  'drafts.separate': async (chance) => {
    const article = chance.one(chance.articles)
    if (!article) return undefined
    const text = `Newer ${chance.number(1000)}\n\n${phrase(chance)}\n\nIt says more than the one before.`
    await chance.call('drafts.discard', { articleId: article.id })
    await chance.call('drafts.import', { articleId: article.id, source: { kind: 'text', text } })
    return { articleId: article.id }
  },

  'highlights.create': (chance) => passage(chance),
  'highlights.delete': (chance) => withId(chance, chance.highlights, () => ({})),
  'highlights.setRanges': (chance) => withId(chance, chance.highlights, (highlight) => ({ ranges: spans(chance, textOf(chance, highlight.articleId, highlight.revision)) })),
  'highlights.setTag': (chance) => with2(chance.one(chance.highlights), chance.one(chance.tags), ({ id }, tag) => ({ id, tagId: tag.id, on: chance.number(3) > 0 })),
  'highlights.accept': (chance) => withId(chance, chance.highlights.filter((one) => one.waiting && one.candidates.length > 0), ({ candidates }) => ({ candidate: chance.number(candidates.length) })),
  'highlights.keepOld': (chance) => withId(chance, chance.highlights.filter((one) => one.waiting), () => ({})),
  'highlights.place': (chance) => withId(chance, chance.highlights, ({ articleId }) => ({ ranges: spans(chance, textOf(chance, articleId)) })),

  'statements.create': (chance) => {
    const highlight = chance.number(2) > 0 ? chance.one(chance.highlights) : undefined
    const on = highlight ? { highlightId: highlight.id } : passage(chance)
    return on && { on, ...statementFields(chance) }
  },
  'statements.update': (chance) => withId(chance, chance.statements, () => statementFields(chance)),
  'statements.delete': (chance) => withId(chance, chance.statements, () => ({})),

  'speakers.create': (chance) => ({ name: name(chance, 'Speaker') }),
  'speakers.update': (chance) => withId(chance, chance.speakers, () => chance.one([
    { name: name(chance, 'Speaker') }, { colour: 1 + chance.number(8) }, { speaksForId: chance.one(chance.speakers)?.id ?? null }, { position: chance.number(4) },
  ])),
  'speakers.addAlias': (chance) => withId(chance, chance.speakers, () => ({ name: name(chance, 'Alias'), articleId: chance.one([null, ...chance.articles])?.id ?? null })),
  'speakers.removeAlias': (chance) => withId(chance, chance.speakers.filter((one) => one.aliases.length > 0), ({ aliases }) => chance.one(aliases)),
  'speakers.merge': (chance) => merging(chance, chance.speakers),
  'speakers.split': (chance) => withId(chance, chance.speakers, ({ id }) => ({ name: name(chance, 'Speaker'), statementIds: statementIds(chance, 'speakerId', id) })),
  'speakers.delete': (chance) => withId(chance, chance.speakers, () => ({ moveToId: chance.one([null, ...chance.speakers])?.id ?? null })),

  'issues.create': (chance) => ({ proposition: name(chance, 'Issue') }),
  'issues.update': (chance) => withId(chance, chance.issues, () => chance.one([{ proposition: name(chance, 'Issue') }, { position: chance.number(4) }])),
  'issues.merge': (chance) => merging(chance, chance.issues),
  'issues.split': (chance) => withId(chance, chance.issues, ({ id }) => ({ proposition: name(chance, 'Issue'), statementIds: statementIds(chance, 'issueId', id) })),
  'issues.delete': (chance) => withId(chance, chance.issues, () => ({ moveToId: chance.one([null, ...chance.issues])?.id ?? null })),

  'notes.save': (chance) => {
    const type = chance.one(noteSubjects)!
    const things = { highlight: chance.highlights, article: chance.articles, speaker: chance.speakers, issue: chance.issues, comparison: chance.issues }[type]
    const thing = chance.one(things)
    const document = chance.number(6) > 0 ? paragraphs(phrase(chance)) : paragraphs('')
    return thing && { subject: { type, id: thing.id }, document, run: `run ${chance.number(3)}` }
  },

  'tags.create': (chance) => ({ name: name(chance, 'Tag') }),
  'tags.rename': (chance) => withId(chance, chance.tags, () => ({ name: name(chance, 'Tag') })),
  'tags.delete': (chance) => withId(chance, chance.tags, () => ({})),
  'collections.create': (chance) => ({ name: name(chance, 'Collection') }),
  'collections.rename': (chance) => withId(chance, chance.collections, () => ({ name: name(chance, 'Collection') })),
  'collections.delete': (chance) => withId(chance, chance.collections, () => ({})),
}
export const actNames = Object.keys(sketches) as ActName[]

/** Does it as `client`, if the library has what it needs. A refusal is thrown, as every call's is. */
export async function perform(call: TestApp['call'], act: ActName, choices: number[], client?: Parameters<TestApp['call']>[2]): Promise<Output<ActName> | undefined> {
  const contents = JSON.parse((await call('exports.render', { format: 'json' })).content) as LibraryContents
  let next = 0
  const number = (below: number): number => choices[next++ % choices.length]! % below
  const chance: Chance = { ...contents, call, number, one: (list) => list[list.length > 0 ? number(list.length) : 0] }
  const input = await (sketches[act] as Sketch<ActName>)(chance)
  return input && call(act, input, client)
}

function withId<T extends { id: string }, R>({ one }: Chance, list: T[], rest: (thing: T) => R | undefined): ({ id: string } & R) | undefined {
  const thing = one(list)
  const fields = thing && rest(thing)
  return thing && fields && { id: thing.id, ...fields }
}

function with2<A, B, R>(a: A | undefined, b: B | undefined, make: (a: A, b: B) => R): R | undefined {
  return a && b && make(a, b)
}

function some({ one, number }: Chance, articles: { id: string }[]): { ids: string[] } | undefined {
  const first = one(articles)
  return first && { ids: number(3) > 0 ? [first.id] : articles.map((article) => article.id) }
}

function merging(chance: Chance, things: { id: string }[]): { id: string; intoId: string } | undefined {
  const from = chance.one(things)
  const into = chance.one(things.filter((one) => one !== from))
  return from && into && { id: from.id, intoId: into.id }
}

function statementIds(chance: Chance, field: 'speakerId' | 'issueId', id: string): string[] {
  const theirs = chance.statements.filter((statement) => statement[field] === id)
  return theirs.slice(0, 1 + chance.number(3)).map((statement) => statement.id)
}

function statementFields(chance: Chance): Omit<Input<'statements.update'>, 'id'> {
  const id = (list: { id: string }[]): string | null => chance.one([null, ...list])?.id ?? null
  const all = {
    speakerId: id(chance.speakers), issueId: id(chance.issues), stance: chance.one([null, ...stances]) ?? null, wording: chance.one(wordings)!,
    reportedById: id(chance.speakers), dateSaid: chance.one([null, '2017', '2017-04-26']) ?? null,
  }
  return Object.fromEntries(Object.entries(all).filter(() => chance.number(2) > 0))
}

function textOf({ articles }: LibraryContents, articleId: string, revision?: number): string {
  const article = articles.find((one) => one.id === articleId)!
  return article.revisions.find((one) => one.number === (revision ?? article.revision))!.text
}

function passage(chance: Chance): { articleId: string; ranges: Span[] } | undefined {
  const article = chance.one(chance.articles)
  return article && { articleId: article.id, ranges: spans(chance, textOf(chance, article.id)) }
}

/** One or two stretches of the text, which may overlap. */
function spans({ number }: Chance, text: string): Span[] {
  return Array.from({ length: 1 + number(2) }, () => {
    const start = number(text.length)
    return { start, end: Math.min(text.length, start + 1 + number(40)) }
  })
}

function edited(chance: Chance, body: LexicalDocument): LexicalDocument {
  const blocks = fromLexical(body)
  const at = chance.number(blocks.length)
  const said: Block = { type: 'paragraph', inlines: [{ text: phrase(chance) }] }
  const words = (block: Block): Block => ({ ...block, inlines: block.inlines.map((inline) => ({ ...inline, text: inline.text.replace(/\p{L}+/u, 'Certainly') })) })
  const changes = [blocks.toSpliced(at, 0, said), blocks.toSpliced(at, 1, words(blocks[at]!)), blocks.length > 1 ? blocks.toSpliced(at, 1) : [said]]
  return toLexical(chance.one(changes)!)
}

function name({ number }: Chance, noun: string): string {
  return `${noun} ${number(6)}`
}

function phrase({ one, number }: Chance): string {
  return `${one(['“We will not sign,” said the mayor', 'The wall is safe', '堤防は安全だ', 'لن نوقّع', 'Nobody 👩‍👩‍👧 looked inside'])!} ${number(5)}.`
}

function paragraphs(text: string): LexicalDocument {
  return toLexical(text ? [{ type: 'paragraph', inlines: [{ text }] }] : [])
}
