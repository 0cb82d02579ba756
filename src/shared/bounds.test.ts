/** Every number of the contract is finite and bounded, every name without what can't be seen, every document bounded. */
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { CounterpointEvent, operations } from './contract.ts'
import { isDeeperThan } from './depth.ts'
import { DEEPEST, LexicalDocumentSchema } from './document.ts'
import { LibraryFile } from './export.ts'
import { Count, Name, Position, ShortText } from './values.ts'

interface Schema { type: string; pipe?: Schema[]; entries?: Record<string, Schema>; items?: Schema[]; item?: Schema; wrapped?: Schema; options?: (Schema | string)[] }

/** Where in a schema a number lets Infinity through, such as ".window.width". */
function openNumbers(schema: Schema, where: string): string[] {
  const number = schema.type === 'number' && [Infinity, -Infinity, NaN].some((value) => v.safeParse(schema as unknown as v.GenericSchema, value).success) ? [where] : []
  const inner = [
    ...Object.entries(schema.entries ?? {}).map(([key, one]) => [one, `${where}.${key}`] as const),
    ...[...schema.items ?? [], ...schema.item ? [schema.item] : [], ...schema.wrapped ? [schema.wrapped] : [], ...(schema.options ?? []).filter((one) => typeof one === 'object'), ...(schema.pipe ?? []).slice(1).filter((one) => 'kind' in one && one.kind === 'schema')].map((one) => [one, where] as const),
  ]
  return [...number, ...inner.flatMap(([one, at]) => openNumbers(one, at))]
}

test('no number of the contract or of a library’s file may be endless', () => {
  const schemas = { event: CounterpointEvent, file: LibraryFile, ...Object.fromEntries(Object.entries(operations).flatMap(([name, { input, output }]) => [[`${name} in`, input], [`${name} out`, output]])) }
  expect(Object.keys(schemas).length).toBeGreaterThan(150)
  expect(openNumbers(v.object({ a: v.array(v.optional(v.number())) }) as unknown as Schema, 'x')).toEqual(['x.a'])
  expect(Object.entries(schemas).flatMap(([name, schema]) => openNumbers(schema as unknown as Schema, name))).toEqual([])
})

test.each([[Count, 1.5], [Count, -1], [Count, 2 ** 53], [Position, 1e10], [Position, Infinity]])('a number out of bounds is refused', (schema, value) => {
  expect(v.safeParse(schema, value).success).toBe(false)
})

test('what can’t be seen in a name is left out', () => {
  expect(v.parse(Name, ' A\u0000na\u202E  Ru\u200Biz\uD800\n')).toBe('Ana Ruiz\uFFFD')
  expect(v.parse(ShortText, 'one\ttwo\u2028three')).toBe('one two three')
  expect(v.safeParse(Name, '\u202E\u0007').success).toBe(false)
})

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
function nested(levels: number): object {
  let node: object = paragraph('deep down')
  for (let level = 3; level < levels; level += 1) node = { type: 'quote', children: [node] }
  return { root: { type: 'root', children: [node] } }
}

describe('a document', () => {
  test('may be so deep and no deeper, however deep it is', () => {
    expect(v.safeParse(LexicalDocumentSchema, nested(DEEPEST)).success).toBe(true)
    for (const levels of [DEEPEST + 1, 500, 200_000]) {
      expect(v.safeParse(LexicalDocumentSchema, nested(levels)).issues?.map(({ message }) => message)).toEqual([`is nested more than ${DEEPEST} levels deep`])
    }
  })

  test('loses halves of characters and NUL, and nothing else', () => {
    const whole = { root: { type: 'root', children: [paragraph('two 😀')] } }
    expect(v.parse(LexicalDocumentSchema, whole)).toEqual(whole)
    expect(v.parse(LexicalDocumentSchema, { root: { type: 'root', children: [paragraph('one \uD83D\u0000two')] } })).toEqual({ root: { type: 'root', children: [paragraph('one \uFFFDtwo')] } })
  })

  test.each([
    ['text that is none', { type: 'text', text: 7 }], ['a part that is no node', 'words'], ['parts that are no list', { type: 'paragraph', children: { length: 1 } }],
    ['half a step', { type: 'listitem', indent: 1.5, children: [] }], ['an endless step', { type: 'listitem', indent: Infinity, children: [] }], ['a link to nowhere', { type: 'link', children: [] }],
    ['a value of values', { type: 'paragraph', children: [], style: { color: 'red' } }], ['a number that JSON does not know', { type: 'text', text: 'x', format: NaN }],
    ['a key that is no key', JSON.parse('{"type": "paragraph", "children": [], "__proto__": 1}')],
  ])('with %s is refused', (_what, child: unknown) => {
    expect(v.safeParse(LexicalDocumentSchema, { root: { type: 'root', children: [child] } }).success).toBe(false)
  })
})

test('depth is told of what holds itself, too', () => {
  const circle: { again?: object } = {}
  circle.again = circle
  expect([isDeeperThan(circle, 100), isDeeperThan([[[]]], 3), isDeeperThan([[[]]], 2), isDeeperThan('words', 0)]).toEqual([true, false, true, false])
})
