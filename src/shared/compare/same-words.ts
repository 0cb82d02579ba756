/**
 * The same words in several sources: quotes of one speaker that are the same, shortened or altered from article to article.
 * The measure is the overlap coefficient (Szymkiewicz and Simpson) of runs of three words: how many of the shorter quote's runs the
 * longer one has too. A quote of fewer words than that is grouped only with its equals, and one that cuts leave in shorter pieces
 * where these stand in another one by one. Nothing is merged: groups are for comparing.
 */
import { CUT } from '../anchor/selectors.ts'

/** As far as grouping needs it. */
export interface Quoted { id: string; speakerId: string; articleId: string; quote: string }

export type SameKind = 'fullest' | 'same' | 'clipped' | 'altered'

export interface SameWords<Q extends Quoted> {
  speakerId: string
  /** The one with most words, of equals the first. */
  fullest: Q
  /** The fullest first; the others as they were given, each beside the fullest. */
  members: { quoted: Q; kind: SameKind }[]
}

export const THRESHOLD = 0.6
const RUN = 3
/** A run that so many quotes share is a turn of phrase: it says nothing of any two of them. */
const COMMON = 100

interface Read<Q> { quoted: Q; words: string[]; pieces: string[][]; runs: Set<string> }

/** From different articles only. Groups with most members first; of equals in the order given. */
export function sameWords<Q extends Quoted>(quotes: Q[], threshold = THRESHOLD): SameWords<Q>[] {
  return [...Map.groupBy(quotes, ({ speakerId }) => speakerId)]
    .flatMap(([speakerId, own]) => groupsOf(own.map(read), threshold).map((members) => arrange(speakerId, members)))
    .sort((a, b) => b.members.length - a.members.length)
}

function read<Q extends Quoted>(quoted: Q): Read<Q> {
  const words = wordsOf(quoted.quote)
  const pieces = piecesOf(quoted.quote)
  const runs = words.length < RUN ? [`only ${words.join(' ')}`] : pieces.flatMap((piece) => piece.slice(0, Math.max(0, piece.length - RUN + 1)).map((_, at) => piece.slice(at, at + RUN).join(' ')))
  return { quoted, words, pieces, runs: new Set(runs) }
}

/** Those that are alike are together, also over a third. */
function groupsOf<Q extends Quoted>(all: Read<Q>[], threshold: number): Read<Q>[][] {
  const root = all.map((_, at) => at)
  const find = (at: number): number => (root[at] === at ? at : (root[at] = find(root[at]!)))
  const { shared, telling } = sharedRuns(all)
  for (const [pair, count] of shared) {
    const [a, b] = pair.split(' ').map(Number) as [number, number]
    if (count / Math.min(telling[a]!, telling[b]!) >= threshold) root[find(b)] = find(a)
  }
  for (const [a, one] of all.entries()) {
    if (one.runs.size > 0) continue
    for (const [b, other] of all.entries()) if (one.quoted.articleId !== other.quoted.articleId && standsIn(one.pieces, other.words)) root[find(b)] = find(a)
  }
  return [...Map.groupBy(all, (_, at) => find(at)).values()].filter((members) => new Set(members.map(({ quoted }) => quoted.articleId)).size > 1)
}

/** How many runs each pair from two articles shares, for those that share any; and how many each quote has that are not too common. */
function sharedRuns<Q extends Quoted>(all: Read<Q>[]): { shared: Map<string, number>; telling: number[] } {
  const byRun = new Map<string, number[]>()
  for (const [at, { runs }] of all.entries()) {
    for (const run of runs) {
      const places = byRun.get(run)
      if (places) places.push(at)
      else byRun.set(run, [at])
    }
  }
  const shared = new Map<string, number>()
  const telling = all.map(() => 0)
  for (const places of byRun.values()) {
    if (places.length > COMMON) continue
    for (const place of places) telling[place]! += 1
    for (const [index, a] of places.entries()) {
      for (const b of places.slice(index + 1)) if (all[a]!.quoted.articleId !== all[b]!.quoted.articleId) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)
    }
  }
  return { shared, telling }
}

function arrange<Q extends Quoted>(speakerId: string, members: Read<Q>[]): SameWords<Q> {
  const fullest = members.reduce((best, one) => (one.words.length > best.words.length ? one : best))
  const others = members.filter((one) => one !== fullest)
  return { speakerId, fullest: fullest.quoted, members: [{ quoted: fullest.quoted, kind: 'fullest' }, ...others.map((one) => ({ quoted: one.quoted, kind: kindOf(one, fullest.words) }))] }
}

function kindOf({ words, pieces }: Read<Quoted>, full: string[]): SameKind {
  if (words.join(' ') === full.join(' ')) return 'same'
  return standsIn(pieces, full) ? 'clipped' : 'altered'
}

/** Each piece stands there as it is, one after the other. */
function standsIn(pieces: string[][], full: string[]): boolean {
  let from = 0
  for (const piece of pieces) {
    const at = full.findIndex((_, index) => index >= from && piece.every((word, offset) => full[index + offset] === word))
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

/** What stands between cuts. */
function piecesOf(quote: string): string[][] {
  return quote.split(CUT).map(wordsOf).filter((words) => words.length > 0)
}

const segments = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Case, punctuation, the style of apostrophes and Arabic vowel signs say nothing here. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll(CUT, ' ').replace(/[\u064b-\u0652\u0640]/g, '')
  return [...segments.segment(folded)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}
