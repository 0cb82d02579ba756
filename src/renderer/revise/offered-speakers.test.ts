import { expect, test } from 'vitest'
import type { Speaker } from '../../shared/speaker.ts'
import { offeredSpeakers, type NamedIn } from './offered-speakers.ts'

const speaker = (id: string, name: string, aliases: [string, string | null][] = []): Speaker =>
  ({ id, name, aliases: aliases.map(([alias, articleId]) => ({ name: alias, articleId })), speaksForId: null, colour: 1, position: 0, statements: 0 })
const speakers = [speaker('pv', 'Petra Vance'), speaker('er', 'Edda Roy'), speaker('ic', 'Island council', [['the council', 'this'], ['the harbour', 'other']]), speaker('mz', '市长')]

function names(sentence: string, more: Partial<NamedIn> = {}): string[] {
  return offeredSpeakers(speakers, { sentence, articleId: 'this', changes: [], except: ['pv'], ...more }).map((one) => ('speaker' in one ? one.speaker.name : `new: ${one.name}`))
}

test('speakers whose name stands in the new sentence are offered in its order, but not those whose words they were', () => {
  expect(names('Edda Roy told Petra Vance that the council was late.')).toEqual(['Edda Roy', 'Island council'])
  expect(names('Ms Roy and the council’s chair left.')).toEqual(['Edda Roy', 'Island council'])
  expect(names('The harbour said nothing, and Edda Royal left.')).toEqual([])
  expect(names('昨天市长说桥很安全。')).toEqual(['市长'])
})

test('a new name that nobody has is offered too', () => {
  const changes = [{ kind: 'name' as const, before: 'Petra Vance', after: 'Ulla Berg', leftOut: null, added: null }]
  expect(names('Ulla Berg denied it with Edda Roy.', { changes })).toEqual(['new: Ulla Berg', 'Edda Roy'])
  expect(names('Roy denied it.', { changes: [{ ...changes[0]!, after: 'Roy' }] })).toEqual(['Edda Roy'])
  expect(names('The treasurer denied it.', { changes: [{ ...changes[0]!, after: 'The treasurer' }] })).toEqual([])
})

test('as many are offered as there are keys', () => {
  const many = Array.from({ length: 12 }, (_, k) => speaker(`s${k}`, `Person ${String.fromCodePoint(65 + k)}`))
  expect(offeredSpeakers(many, { sentence: many.map(({ name }) => name).join(', '), articleId: 'this', changes: [], except: [] })).toHaveLength(9)
})
