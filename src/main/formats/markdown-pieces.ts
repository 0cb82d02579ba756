/**
 * A long Markdown text in pieces that can be parsed one by one: the parser's time grows faster than what it is given. A piece ends
 * where every block ends: at an empty line before a line that is not indented, outside of code and HTML that go over empty lines.
 * https://spec.commonmark.org/0.31.2/#fenced-code-blocks, …/#html-blocks
 */

/** In UTF-16 code units: a text that is not longer is parsed whole. */
const PIECE = 8192
/** Lists and quotes inside each other. */
const DEEPEST = 100

export interface Piece {
  /** In UTF-16 code units: how much of the source is the piece itself. What follows it only says what its links and notes refer to. */
  length: number
  source: string
}

/** Throws a RangeError when lists or quotes lie in each other too deeply. */
export function piecesOf(source: string): Piece[] {
  const pieces: string[] = []
  const definitions = new Map<string, string>()
  const state: Open = { closedBy: undefined }
  let start = 0
  let afterEmpty = false
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at)
    const end = newline < 0 ? source.length : newline
    const line = source.slice(at, end)
    if (afterEmpty && at - start >= PIECE && !state.closedBy && /^\S/.test(line)) {
      pieces.push(source.slice(start, at))
      start = at
    }
    afterEmpty = line.trim() === ''
    if (!state.closedBy) takeDefinition(source, at, definitions)
    takeLine(line, state)
    at = end + 1
  }
  pieces.push(source.slice(start))
  return pieces.length === 1 ? [{ source, length: source.length }] : withReferences(pieces, definitions)
}

/** Code or HTML that goes over empty lines, by what its last line is like. */
interface Open { closedBy: RegExp | undefined }

const openings: [RegExp, (opened: RegExpExecArray) => RegExp][] = [
  [/^ {0,3}(`{3,})[^`]*$/, ([, fence]) => new RegExp(`^ {0,3}\`{${fence!.length},}\\s*$`)],
  [/^ {0,3}(~{3,})/, ([, fence]) => new RegExp(`^ {0,3}~{${fence!.length},}\\s*$`)],
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, () => /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, () => /-->/],
  [/^ {0,3}<\?/, () => /\?>/],
  [/^ {0,3}<!\[CDATA\[/, () => /\]\]>/],
  [/^ {0,3}<![a-z]/i, () => />/],
]

function takeLine(line: string, state: Open): void {
  if (state.closedBy) {
    if (state.closedBy.test(line)) state.closedBy = undefined
    return
  }
  if (isTooDeep(line)) throw new RangeError('nested too deeply')
  for (const [opening, closing] of openings) {
    const opened = opening.exec(line)
    if (!opened) continue
    const closedBy = closing(opened)
    const isFence = /[`~]/.test(opened[1] ?? '')
    if (isFence || !closedBy.test(line)) state.closedBy = closedBy
    return
  }
}

const markersInARow = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${DEEPEST}}`)
const indentedMarker = new RegExp(`^(?:\\t| {2}){${DEEPEST},} ?(?:[-*+]|\\d{1,9}[.)])[ \\t]`)

function isTooDeep(line: string): boolean {
  return line.length >= DEEPEST && ((markersInARow.test(line) && !/^[-*\s]+$/.test(line)) || indentedMarker.test(line))
}

const label = String.raw`\[((?:[^\[\]\\]|\\.){1,999})\]`

const definition = new RegExp(` {0,3}${label}:[ \\t]*\\n?[ \\t]*(<[^>\\n]*>|\\S+)`, 'y')

/** The first of a name is heard. Of a note, only that it is one. */
function takeDefinition(source: string, at: number, definitions: Map<string, string>): void {
  definition.lastIndex = at
  const [, name, target] = definition.exec(source) ?? []
  if (name !== undefined && !definitions.has(folded(name))) definitions.set(folded(name), `[${name}]: ${name.startsWith('^') ? 'note' : target}`)
}

/** Each piece with the definitions of what it refers to, wherever in the text they stand. */
function withReferences(pieces: string[], definitions: Map<string, string>): Piece[] {
  return pieces.map((piece) => {
    const names = definitions.size === 0 ? [] : Array.from(piece.matchAll(new RegExp(label, 'g')), ([, name]) => folded(name!))
    const referred = [...new Set(names)].map((name) => definitions.get(name)).filter((one) => one !== undefined)
    return { source: [piece, ...referred].join('\n\n'), length: piece.length }
  })
}

function folded(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}
