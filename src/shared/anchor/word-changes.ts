/** What changed between two wordings, named for the reader: a name that became another, a cue, a negation that came. */
import { diffArrays } from 'diff'
import type { Span } from './selectors.ts'
import { isHelping, wordKinds, type KindWord, type WordKind } from './word-kinds.ts'

export interface WordChange {
  kind: WordKind
  /** As they are written; '' where words only came or only went. */
  before: string
  after: string
  /** What is to be struck out in the text before, and underlined in the text after. */
  leftOut: Span | null
  added: Span | null
}

/** Words in their order, and the text that they stand in. */
interface Wording {
  text: string
  words: KindWord[]
}

/** Words that belong together: a name, a verb with its negation. */
interface Run {
  words: KindWord[]
  part: 'who' | 'how' | 'number' | 'words'
}

const partOf: Record<WordKind, Run['part']> = { name: 'who', cue: 'how', negation: 'how', modal: 'how', number: 'number', words: 'words' }

export function wordChanges(before: Wording, after: Wording): WordChange[] {
  return replacements(before.words, after.words).flatMap(({ leftOut, added }) => pairs(runsOf(leftOut), runsOf(added)).map(([one, other]) => {
    const kind = kindOf(one?.words ?? [], other?.words ?? [])
    return { kind, before: one ? written(before, one.words) : '', after: other ? written(after, other.words) : '', leftOut: one ? spanOf(one.words) : null, added: other ? spanOf(other.words) : null }
  }))
}

function replacements(before: KindWord[], after: KindWord[]): { leftOut: KindWord[]; added: KindWord[] }[] {
  const found: { leftOut: KindWord[]; added: KindWord[] }[] = []
  let current: { leftOut: KindWord[]; added: KindWord[] } | null = null
  let [b, a] = [0, 0]
  for (const { added, removed, count } of diffArrays(before.map(({ key }) => key), after.map(({ key }) => key))) {
    if (!added && !removed) current = null
    else if (!current) found.push((current = { leftOut: [], added: [] }))
    if (removed) current!.leftOut.push(...before.slice(b, b + count))
    if (added) current!.added.push(...after.slice(a, a + count))
    if (!added) b += count
    if (!removed) a += count
  }
  return found
}

function runsOf(words: KindWord[]): Run[] {
  const runs: Run[] = []
  for (const [k, word] of words.entries()) {
    const next = words[k + 1]
    const part = isHelping(word.key) && next && !next.isFirst && partOf[next.kind] === 'how' ? 'how' : partOf[word.kind]
    const last = runs.at(-1)
    if (last?.part === part && !word.isFirst) last.words.push(word)
    else runs.push({ words: [word], part })
  }
  return runs
}

/** Those of the same part in their order; one alone with one alone. */
function pairs(before: Run[], after: Run[]): [Run | null, Run | null][] {
  if (before.length === 1 && after.length === 1) return [[before[0]!, after[0]!]]
  const rest = [...after]
  const paired = before.map((one): [Run, Run | null] => {
    const at = rest.findIndex(({ part }) => part === one.part)
    return [one, at < 0 ? null : rest.splice(at, 1)[0]!]
  })
  return [...paired, ...rest.map((other): [null, Run] => [null, other])]
}

/** The most telling kind that only one side has, or has more of; else the most telling one of either. */
function kindOf(before: KindWord[], after: KindWord[]): WordKind {
  const byWeight: WordKind[] = ['negation', 'modal', 'number', 'name', 'cue', 'words']
  const count = (words: KindWord[], kind: WordKind): number => words.filter((word) => word.kind === kind).length
  const weighs = byWeight.filter((kind) => kind === 'negation' || kind === 'modal').find((kind) => count(before, kind) !== count(after, kind))
  return weighs ?? byWeight.find((kind) => count(before, kind) + count(after, kind) > 0)!
}

/** A name with its article and with what of it stayed: "the southern union" for "northern". */
function written({ text, words: all }: Wording, words: KindWord[]): string {
  let [first, last] = [all.indexOf(words[0]!), all.indexOf(words.at(-1)!)]
  if (words.every(({ kind }) => kind === 'name')) {
    while (!all[first]!.isFirst && all[first - 1]?.kind === 'name') first--
    while (all[last + 1]?.kind === 'name' && !all[last + 1]!.isFirst) last++
  }
  const { start, article, kind } = all[first]!
  return text.slice(kind === 'name' && article ? article.start : start, all[last]!.end)
}

function spanOf(words: KindWord[]): Span {
  return { start: words[0]!.start, end: words.at(-1)!.end }
}

/** Each once, by kind and in the order of the text: those that tell something, or if there are none, all. Words that only stand elsewhere are not named. */
export function tellingChanges(changes: WordChange[]): WordChange[] {
  const apart = changes.filter((one) => !changes.some((other) => isMoved(one, other) || isMoved(other, one)))
  const telling = apart.filter(({ kind }) => kind !== 'words')
  const shown = (telling.length > 0 ? telling : apart).toSorted((a, b) => wordKinds.indexOf(a.kind) - wordKinds.indexOf(b.kind))
  return shown.filter((one, k) => shown.findIndex((other) => other.before === one.before && other.after === one.after) === k)
}

function isMoved(gone: WordChange, come: WordChange): boolean {
  return gone.after === '' && come.before === '' && gone.before.toLowerCase() === come.after.toLowerCase()
}
