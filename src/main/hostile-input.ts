/** Inputs that an operation's schema lets through or nearly so, made from the schema itself. For tests of the contract. */
import type * as v from 'valibot'
import { toLexical, type LexicalNode } from '../shared/body.ts'
import { LexicalDocumentSchema } from '../shared/document.ts'
import type { Random } from './random-from.ts'

/** Identifiers of what is there, by the noun that operations begin with. */
export type KnownIds = Record<string, string[]>

interface Schema {
  type: string; pipe?: (Schema & { requirement?: unknown })[]; entries?: Record<string, Schema>; items?: Schema[]; item?: Schema
  wrapped?: Schema; options?: unknown[]; literal?: unknown
}

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057'
const nounOf: Record<string, string> = { articleId: 'articles', articleIds: 'articles', highlightId: 'highlights', speakerId: 'speakers', speaksForId: 'speakers', reportedById: 'speakers', moveToId: 'speakers', foldedIds: 'speakers', speakerIds: 'speakers', issueId: 'issues', issueIds: 'issues', tagId: 'tags', collectionId: 'collections', statementId: 'statements', statementIds: 'statements', comparisonId: 'comparisons' }
const words = ['', 'Ana', 'Ana Ruiz', 'water', 'The deal', ' \t', '“We', '"', 'NEAR(', '*', 'a-b', '%', '\\', 'two words', '😀', '\uD83D', '\uDE00x', 'nu\u0000ll', '\u202Eevil', 'İstanbul', 'e\u0301', '<b>', '../..', 'x'.repeat(600), 'long '.repeat(20_000), '2026-03', '2026-02-31', '0000', '9999-12-31', '2026-03-01T00:00:00.000Z', 'https://example.org/', 'javascript:alert(1)', 'en', '[]', 'null', '__proto__', 'constructor']
const numbers = [0, -0, 1, 2, 3, 7, 12, 50, 100, 0.5, 1.5, -1, 1e9, 2 ** 31, 2 ** 53, 1e308, -1e308, 5e-324, NaN, Infinity, -Infinity]
const others: unknown[] = [null, undefined, true, 7n, new Date(0), new Map([[1, 2]]), [], {}, [[]], { length: 1e9 }, JSON.parse('{"__proto__": {"id": "x"}, "constructor": 1}'), Object.create(null)]

/** One input in two fits the schema, but for what only the library knows: whether a thing is there, and what a text holds. */
export function hostileInput(operation: string, schema: v.GenericSchema, known: KnownIds, random: Random): unknown {
  const value = fitting(schema as unknown as Schema, operation.split('.')[0]!, known, random)
  return random(2) === 0 ? value : spoilt(value, random)
}

function fitting(schema: Schema, name: string, known: KnownIds, random: Random): unknown {
  if (schema as unknown === LexicalDocumentSchema) return aDocument(random)
  switch (schema.type) {
    case 'object': case 'strict_object': case 'loose_object': return Object.fromEntries(Object.entries(schema.entries!).map(([key, one]) => [key, fitting(one, nounOf[key] ?? (key === 'on' ? 'highlights' : name), known, random)]))
    case 'optional': return random(3) === 0 ? undefined : fitting(schema.wrapped!, name, known, random)
    case 'nullable': return random(4) === 0 ? null : fitting(schema.wrapped!, name, known, random)
    case 'array': return Array.from({ length: random(4) }, () => fitting(schema.item!, name, known, random))
    case 'tuple': return schema.items!.map((one) => fitting(one, name, known, random))
    case 'union': case 'variant': return fitting(pick(schema.options as Schema[], random), name, known, random)
    case 'picklist': return pick(schema.options!, random)
    case 'literal': return schema.literal
    case 'boolean': return random(2) === 0
    case 'number': return random(3) > 0 ? random(60) : pick(numbers, random)
    case 'string': return isId(schema) ? anId(name, known, random) : pick(words, random)
    default: throw new Error(`No input is made for a ${schema.type} yet.`)
  }
}

const isId = (schema: Schema): boolean => Boolean(schema.pipe?.some(({ type, pipe }) => type === 'uuid' || pipe?.some((inner) => inner.type === 'uuid')))

/** Mostly of the right noun. */
function anId(noun: string, known: KnownIds, random: Random): string {
  const right = known[noun] ?? []
  return random(5) > 0 && right.length > 0 ? pick(right, random) : pick([unknownId, ...Object.values(known).flat()], random)
}

function aDocument(random: Random): unknown {
  const text = (): LexicalNode => ({ type: 'text', text: pick(words, random), format: random(32) })
  const line = (): LexicalNode => ({ type: pick(['paragraph', 'heading', 'quote', 'code', 'list', 'listitem', 'link'], random), url: 'https://example.org/', children: [text(), text()] })
  switch (random(5)) {
    case 0: return { root: { type: 'root', children: [nested(pick([1, 40, 90, 120, 499, 4000], random))] } }
    case 1: return toLexical([{ type: 'paragraph', inlines: [{ text: `Typed ${random(1000)}` }] }])
    default: return { root: { type: 'root', children: Array.from({ length: random(4) }, line) } }
  }
}

function nested(levels: number): LexicalNode {
  let node: LexicalNode = { type: 'text', text: 'deep' }
  for (let level = 0; level < levels; level += 1) node = { type: 'quote', children: [node] }
  return node
}

/** Something somewhere in it is another thing, gone, or one too many. */
function spoilt(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0 || random(12) === 0) return hostileValue(random)
  const parent = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  const key = pick(Object.keys(parent), random)
  switch (random(6)) {
    case 0: delete parent[key]; break
    case 1: parent[pick(['extra', '__proto__', 'constructor', 'toString'], random)] = hostileValue(random); break
    case 2: parent[key] = Array.isArray(parent[key]) ? [...parent[key] as unknown[], ...parent[key] as unknown[], hostileValue(random)] : [parent[key]]; break
    case 3: parent[key] = hostileValue(random); break
    default: parent[key] = spoilt(parent[key], random)
  }
  return parent
}

function hostileValue(random: Random): unknown {
  const kind = random(8)
  return kind < 3 ? pick(words, random) : kind < 6 ? pick(numbers, random) : kind < 7 ? nested(pick([3, 300, 5000], random)) : pick(others, random)
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random(from.length)]!
}
