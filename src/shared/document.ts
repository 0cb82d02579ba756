/** The schema of a Lexical document. It is walked level by level, never by recursion: a hostile one is nested deeper than any stack. */
import * as v from 'valibot'
import type { LexicalDocument, LexicalNode } from './body.ts'
import { Id } from './values.ts'

const nodeTypes = ['root', 'paragraph', 'heading', 'quote', 'list', 'listitem', 'code', 'code-highlight', 'horizontalrule', 'image', 'text', 'linebreak', 'tab', 'link', 'autolink', 'reference', 'quotation'] as const

/** How many nodes may lie in one another: a list's item takes two, so that lists go 48 deep. */
export const DEEPEST = 100
/** Steps of a list's item, whose depth is a number where the article was imported. */
export const MOST_INDENT = 1000
/** Of one document. An article of 20 MB has a tenth of it. */
const MOST_NODES = 4_000_000
/** UTF-16 code units of all its text. */
const MOST_TEXT = 128 * 1024 * 1024

/** What a note can link to. */
export const linkedTypes = ['article', 'highlight', 'speaker', 'issue'] as const

const url = v.pipe(v.string(), v.regex(/^(https?:|mailto:)/i, 'links are http, https or mailto'))
const indent = v.optional(v.pipe(v.number(), v.integer('list items are whole steps deep'), v.minValue(0), v.maxValue(MOST_INDENT, 'a list item is too deep')))
/** A link in a line of a note: `text` is the target's name as it was when the link was made. */
const Reference = v.looseObject({ type: v.literal('reference'), subjectType: v.picklist(linkedTypes), subjectId: Id, text: v.pipe(v.string(), v.minLength(1), v.maxLength(500)) })
/** A highlight's words, to the character, and the line that says where they stand. */
const Quotation = v.looseObject({ type: v.literal('quotation'), subjectType: v.literal('highlight'), subjectId: Id, text: v.pipe(v.string(), v.minLength(1)), source: v.pipe(v.string(), v.maxLength(2000)) })
const Link = v.looseObject({ type: v.picklist(['link', 'autolink']), url })
const Other = v.looseObject({
  type: v.picklist(nodeTypes, 'holds a kind of node that Counterpoint does not keep'),
  url: v.optional(url), indent, text: v.optional(v.string()), alt: v.optional(v.string()), address: v.optional(v.string()),
})
/** One node by itself; `children` are looked at apart. */
export const DocumentNode = { reference: Reference, quotation: Quotation, link: Link, autolink: Link, other: Other }

export const LexicalDocumentSchema: v.GenericSchema<LexicalDocument> = v.pipe(
  v.object({ root: v.custom<LexicalNode>((root) => typeof root === 'object' && root !== null && !Array.isArray(root), 'is no document') }),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? faultIn(dataset.value.root) : undefined
    if (fault !== undefined) addIssue({ message: fault })
  }),
  v.transform(wholeCharacters),
)

/** The first thing that is wrong, as the end of a sentence that begins with where. */
function faultIn(root: LexicalNode): string | undefined {
  let [nodes, text] = [0, 0]
  for (let [level, depth] = [[root] as unknown[], 1]; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return `is nested more than ${DEEPEST} levels deep`
    nodes += level.length
    if (nodes > MOST_NODES) return 'has too many parts'
    const next: unknown[] = []
    for (const node of level) {
      const fault = faultInNode(node)
      if (fault !== undefined) return fault
      const { children, ...own } = node as LexicalNode
      for (const value of Object.values(own)) if (typeof value === 'string') text += value.length
      if (text > MOST_TEXT) return 'has too much text'
      for (const child of children ?? []) next.push(child)
    }
    level = next
  }
  return undefined
}

function faultInNode(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return 'holds something that is no node'
  const { type, children } = node as LexicalNode
  const schema = Object.hasOwn(DocumentNode, type) ? DocumentNode[type as keyof typeof DocumentNode] : Other
  const parsed = v.safeParse(schema, node, { abortEarly: true })
  if (!parsed.success) return type === 'reference' || type === 'quotation' ? 'holds a link or a quotation that leads nowhere' : parsed.issues[0].message
  if (children !== undefined && (!Array.isArray(children) || type === 'reference' || type === 'quotation' || type === 'text')) return 'holds parts where there can be none'
  return Object.entries(node).every(([key, value]) => key !== '__proto__' && (key === 'children' || isPlain(value))) ? undefined : 'holds a value that can’t be kept'
}

/** What JSON gives back as it was. */
function isPlain(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

/** Halves of characters, which no file keeps, and NUL, at which SQLite stops. */
// oxlint-disable-next-line no-control-regex
const broken = /\p{Surrogate}|\u0000/u

/** Only a document that holds such a thing is made anew; its depth is known by now. */
function wholeCharacters(document: LexicalDocument): LexicalDocument {
  const isBroken = (node: LexicalNode): boolean => Object.values(node).some((value) => typeof value === 'string' && broken.test(value)) || (node.children ?? []).some(isBroken)
  const whole = (node: LexicalNode): LexicalNode => ({
    ...Object.fromEntries(Object.entries(node).map(([key, value]) => [key, typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value])),
    type: node.type,
    ...(node.children ? { children: node.children.map(whole) } : {}),
  })
  return isBroken(document.root) ? { root: whole(document.root) } : document
}
