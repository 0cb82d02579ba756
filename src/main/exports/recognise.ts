/**
 * A Counterpoint file's things under the identifiers that the library knows them by. What people would take for one – a speaker
 * of that name, an article from that source with that text – is one, though it was made twice and so has two identifiers.
 */
import { isDeepStrictEqual } from 'node:util'
import { v5 as uuidOf } from 'uuid'
import { everything, type Comparison } from '../../shared/comparison.ts'
import type { LibraryContents } from '../../shared/export.ts'
import { foldName } from '../../shared/same-name.ts'
import type { OutlineContents } from '../formats/library-outline.ts'
import type { Nouns } from './contents-reader.ts'

export interface Recognised {
  contents: OutlineContents
  /** One of the file's other things – an article whole, a highlight, a statement – as the library knows what it names. */
  rename: <T>(thing: T) => T
  /** The library's identifiers of what the file has under others. */
  recognised: ReadonlySet<string>
}

interface Thing { id: string }

/** The namespace (RFC 9562) of articles that two libraries edited in different ways. */
const NAMESPACE = 'b3f1d9a2-5c84-5e0e-8a57-6f4c1d2e9b30'

export function recognise(file: OutlineContents, nouns: Nouns): Recognised {
  const ids = new Map([
    ...sameArticles(file.articles, nouns),
    ...sameNames(file.speakers, nouns.speakers.list(), ({ name, aliases }) => [name, ...aliases.filter(({ articleId }) => articleId === null).map((alias) => alias.name)]),
    ...sameNames(file.issues, nouns.issues.list(), ({ proposition }) => [proposition]),
    ...sameNames(file.tags, nouns.tags.list(), ({ name }) => [name]),
    ...sameNames(file.collections, nouns.collections.list(), ({ name }) => [name]),
  ])
  const named = renamed(file, ids)
  const known = new Map([...sameThings(named.comparisons, nouns.comparisons.list(), isSameComparison), ...sameThings(named.events, nouns.events.list(), isSameEvent)])
  const contents = renamed(named, known)
  return { contents, rename: (thing) => renamed(thing, ids), recognised: new Set([...ids.values(), ...known.values()]) }
}

/** From the file's identifiers to the library's. A thing's own name counts before its other names. */
function sameNames<T extends Thing>(things: T[], known: T[], namesOf: (thing: T) => string[]): Map<string, string> {
  const knownIds = new Set(known.map(({ id }) => id))
  const byName = new Map<string, string>()
  for (const rest of [false, true]) {
    for (const one of known) for (const name of rest ? namesOf(one).slice(1) : namesOf(one).slice(0, 1)) if (!byName.has(foldName(name))) byName.set(foldName(name), one.id)
  }
  return new Map(things.filter(({ id }) => !knownIds.has(id)).flatMap((one) => {
    const id = namesOf(one).map((name) => byName.get(foldName(name))).find((found) => found !== undefined)
    return id === undefined ? [] : [[one.id, id] as const]
  }))
}

/**
 * Two articles of the file never become one. One whose text was edited in another way here is another, whose identifier follows
 * from its text: highlights never come to stand on words that are not theirs, and a second import finds it.
 */
function sameArticles(articles: OutlineContents['articles'], nouns: Nouns): Map<string, string> {
  const taken = new Set(articles.map(({ id }) => id))
  return new Map(articles.flatMap((article) => {
    const isKnown = nouns.articles.has(article.id)
    if (isKnown && nouns.articles.agreesWith(article)) return []
    const id = isKnown ? uuidOf(JSON.stringify([article.id, ...article.revisions.map(({ text }) => text)]), NAMESPACE) : nouns.articles.fromSameSource(article).find((one) => !taken.has(one))
    if (id === undefined) return []
    taken.add(id)
    return [[article.id, id] as const]
  }))
}

function sameThings<T extends Thing>(things: T[], known: T[], isSame: (thing: T, known: T) => boolean): Map<string, string> {
  return new Map(things.flatMap((one) => {
    const found = known.some(({ id }) => id === one.id) ? undefined : known.find((other) => isSame(one, other))
    return found ? [[one.id, found.id] as const] : []
  }))
}

/** The same title and the same choice. One without a title that chooses nothing says what every library's says. */
function isSameComparison(a: Comparison, b: Comparison): boolean {
  return foldName(a.title) === foldName(b.title) && (isDeepStrictEqual(a.choice, b.choice) || (a.title === '' && isDeepStrictEqual(a.choice, everything)))
}

/** The same title, and all else the same too. */
function isSameEvent(a: LibraryContents['events'][number], b: LibraryContents['events'][number]): boolean {
  return foldName(a.title) === foldName(b.title) && isDeepStrictEqual({ ...a, id: b.id, title: b.title }, b)
}

/** Everywhere but in articles' texts, which name nothing else. A list of identifiers names each once. */
function renamed<T>(contents: T, ids: Map<string, string>): T {
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) {
      const items = value.map(rename)
      return items.every((item) => typeof item === 'string') ? [...new Set(items)] : items
    }
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'revisions' ? one : rename(one)]))
  }
  return ids.size === 0 ? contents : rename(contents) as T
}
