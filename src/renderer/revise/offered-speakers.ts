/** Who may say a highlight's words now: speakers that the new sentence names, and new names in it. */
import type { WordChange } from '../../shared/anchor/word-changes.ts'
import type { Speaker } from '../../shared/speaker.ts'

/** A speaker of the library, or a name that nobody there has. */
export type Offered = { speaker: Speaker } | { name: string }

/** One key each. */
const MOST = 9

export interface NamedIn {
  /** The new sentence. */
  sentence: string
  articleId: string
  changes: WordChange[]
  /** Those whose words they were. */
  except: (string | null)[]
}

/** In the order of the sentence, each once. An alias that holds in another article only does not count. */
export function offeredSpeakers(speakers: Speaker[], { sentence, articleId, changes, except }: NamedIn): Offered[] {
  const known = speakers.map((speaker) => ({ speaker, names: [speaker.name, ...speaker.aliases.filter((alias) => alias.articleId === null || alias.articleId === articleId).map(({ name }) => name)] }))
  const standing = known
    .filter(({ speaker }) => !except.includes(speaker.id))
    .map(({ speaker, names }) => ({ offered: { speaker } as Offered, at: firstOf(sentence, names.flatMap((name) => [name, ...lastWordOf(name)])) }))
  const isKnown = (name: string): boolean => known.some(({ names }) => names.some((one) => placeOf(one, name) >= 0 || placeOf(name, one) >= 0))
  const fresh = [...new Set(changes.filter(({ kind, after }) => kind === 'name' && /^\p{Lu}\p{L}+(?:[\s.-]+\p{Lu}|$)/u.test(after) && !isKnown(after)).map(({ after }) => after))]
    .map((name) => ({ offered: { name } as Offered, at: sentence.indexOf(name) }))
  return [...standing, ...fresh].filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at).slice(0, MOST).map(({ offered }) => offered)
}

/** "Roy" may be Edda Roy, "the council" the Island council. */
function lastWordOf(name: string): string[] {
  return /\s(\p{L}{3,})$/u.exec(name)?.slice(1) ?? []
}

function firstOf(sentence: string, names: string[]): number {
  const places = names.map((name) => placeOf(sentence, name)).filter((at) => at >= 0)
  return places.length > 0 ? Math.min(...places) : -1
}

/** Where the name stands in the text as words of its own, whatever its capitals; -1 if nowhere. Scripts without spaces have no such words. */
function placeOf(text: string, name: string): number {
  const [whole, wanted] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const [before, after] = [whole.slice(0, at), whole.slice(at + wanted.length)]
    if (unspaced.test(wanted) || (!/[\p{L}\p{M}\p{N}]$/u.test(before) && !/^[\p{L}\p{M}\p{N}]/u.test(after))) return at
  }
  return -1
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
