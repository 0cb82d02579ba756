/** Edits prose at random and logs for each character where it came from: the only source of truth of the bench. */

export interface EditedProse {
  before: string
  after: string
  /** For each code unit of `before`, where it stands in `after`; -1 if it is gone. */
  went: Int32Array
}

interface Piece {
  text: string
  /** Offset in the old text; -1 for new text. */
  from: number
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const kinds = ['words', 'move', 'delete', 'duplicate', 'negate', 'restyle', 'lookalike'] as const

/** `share` of the sentences (0 to 1) are edited: each kind of edit equally often. */
export function editProse(paragraphs: string[], share: number, random: () => number): EditedProse {
  const before = paragraphs.join('\n')
  const pieces: Piece[][] = []
  const elsewhere: Piece[][] = []
  for (const { segment, index } of sentences.segment(before)) {
    const kind = random() < share ? kinds[Math.floor(random() * kinds.length)]! : null
    const whole = { text: segment, from: index }
    pieces.push(kind === 'move' || kind === 'delete' ? [] : changed(kind, whole, random))
    if (kind === 'move') elsewhere.push([whole])
    if (kind === 'duplicate') elsewhere.push([{ text: segment, from: -1 }])
    if (kind === 'lookalike') elsewhere.push([{ text: `The stranger said: ${segment}`, from: -1 }])
  }
  for (const moved of elsewhere) pieces.splice(Math.floor(random() * pieces.length), 0, moved)
  return joined(before, pieces.flat())
}

function joined(before: string, pieces: Piece[]): EditedProse {
  const went = new Int32Array(before.length).fill(-1)
  let length = 0
  for (const { text, from } of pieces) {
    if (from >= 0) for (let k = 0; k < text.length; k++) went[from + k] = length + k
    length += text.length
  }
  return { before, after: pieces.map(({ text }) => text).join(''), went }
}

function changed(kind: (typeof kinds)[number] | null, whole: Piece, random: () => number): Piece[] {
  if (kind === 'words') return replaced(whole, /\p{L}+/gu, (word) => (random() < 0.2 ? ['altered', 'other', 'strange', 'white'][Math.floor(random() * 4)]! : word))
  if (kind === 'restyle') return replaced(whole, /["“”‘’'–—-]/gu, (mark) => ({ '"': '”', '“': '"', '”': '"', '‘': "'", '’': "'", "'": '’' })[mark] ?? '–')
  if (kind !== 'negate') return [whole]
  const spaces = [...whole.text.matchAll(/\p{L} (?=\p{L})/gu)]
  const at = (spaces[Math.floor(random() * spaces.length)]?.index ?? -2) + 2
  return [{ text: whole.text.slice(0, at), from: whole.from }, { text: 'not ', from: -1 }, { text: whole.text.slice(at), from: whole.from + at }]
}

function replaced({ text, from }: Piece, pattern: RegExp, replace: (found: string) => string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const other = replace(found)
    if (other === found) continue
    pieces.push({ text: text.slice(end, index), from: from + end }, { text: other, from: -1 })
    end = index + found.length
  }
  return [...pieces, { text: text.slice(end), from: from + end }]
}
