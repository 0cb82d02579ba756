/** Each part of the rule that words are taken only in the frame that says who says them, and how. */
import { expect, test } from 'vitest'
import type { HighlightState } from '../highlight.ts'
import { createCarrier, type Carried } from './carry-over.ts'
import { describeRange } from './selectors.ts'

function carry(before: string, after: string, quote: string, language = 'en'): Carried {
  const start = before.indexOf(quote)
  return createCarrier(before, after, language)([describeRange(before, { start, end: start + quote.length })])
}

const safe = 'the bridge is safe and open'
const stays = 'It will stay open for years'

test.each<[rule: string, before: string, after: string, quote: string, state: HighlightState, language?: string]>([
  ['another name in its sentence', 'The northern union did not respond to requests for comment.', 'The southern union did not respond to requests for comment.', 'to requests for comment', 'said-by-another'],
  ['another source after it', 'In 2014, about 82 percent were white, according to the bureau.', 'In 2014, about 82 percent were white, according to himself.', 'about 82 percent were white', 'said-by-another'],
  ['“said” became “denied saying”', `Ann Ruiz said that ${safe}.`, `Ann Ruiz denied saying that ${safe}.`, safe, 'said-by-another'],
  ['a negation before it', `Ann Ruiz said that ${safe}.`, `Ann Ruiz said that it is not so that ${safe}.`, safe, 'said-by-another'],
  ['a negation alone', `Ann Ruiz does say that ${safe}.`, `Ann Ruiz does not say that ${safe}.`, safe, 'said-by-another'],
  ['a number', `In 2014, Ann Ruiz said that ${safe}.`, `In 2015, Ann Ruiz said that ${safe}.`, safe, 'said-by-another'],
  ['a sign of a number', `Of 82 % of them Ann Ruiz said that ${safe}.`, `Of 82 of them Ann Ruiz said that ${safe}.`, safe, 'said-by-another'],
  ['a capital', `Yesterday Rice said that ${safe}.`, `Yesterday rice said that ${safe}.`, safe, 'said-by-another'],
  ['the capital of a first word says nothing', `Yesterday Rice said that ${safe}.`, `yesterday Rice said that ${safe}.`, safe, 'same'],
  ['articles and “that” say nothing of who speaks', `The mayor said that ${safe}.`, `A mayor said ${safe}.`, safe, 'same'],
  ['who speaks is told a sentence before', `Ann Ruiz spoke on Monday. ${stays}.`, `Bob Lane spoke on Monday. ${stays}.`, stays, 'said-by-another'],
  ['a pronoun leans on who was named', `Ann Ruiz came on Monday. She said that ${safe}.`, `Dina Lutfi came on Monday. She said that ${safe}.`, safe, 'said-by-another'],
  ['no pronoun leans on the sentence before', `Ann Ruiz came on Monday. The mayor said that ${safe}.`, `Dina Lutfi came on Monday. The mayor said that ${safe}.`, safe, 'same'],
  ['who speaks is told at the end of the quotation', `“The bridge is safe. ${stays}. Fear nothing,” Ann Ruiz said.`, `“The bridge is safe. ${stays}. Fear nothing,” Bob Lane said.`, stays, 'said-by-another'],
  ['who speaks is told after the quotation', `“${stays}!” Those are the words of Ann Ruiz.`, `“${stays}!” Those are the words of Bob Lane.`, stays, 'said-by-another'],
  ['the whole quotation belongs to the frame', `Ann Ruiz wrote: “The bridge is safe. The mayor said so. ${stays}.”`, `Bob Lane wrote: “The bridge is safe. The mayor said so. ${stays}.”`, stays, 'said-by-another'],
  ['the paragraph above ends in a colon', `Ann Ruiz told the council:\n${stays}.`, `Bob Lane told the council:\n${stays}.`, stays, 'said-by-another'],
  ['a quotation goes on in the next paragraph', `Ann Ruiz said: “The bridge is safe.\n“${stays}.”`, `Bob Lane said: “The bridge is safe.\n“${stays}.”`, stays, 'said-by-another'],
  ['who speaks is told below', `${stays}. That is what Ann Ruiz said.`, `${stays}. That is what Bob Lane said.`, stays, 'said-by-another'],
  ['another paragraph says nothing of who speaks', `Ann Ruiz said that ${safe}.\nThen Carl Roe spoke.`, `Ann Ruiz said that ${safe}.\nThen Dina Lutfi spoke.`, safe, 'same'],
  ['a quotation and who is quoted are one sentence without spaces', '“旧桥是安全的。”市长说。', '“旧桥是安全的。”司库说。', '旧桥是安全的', 'said-by-another', 'zh'],
  ['a negation without spaces', '市长说，旧桥是安全的。', '市长没有说，旧桥是安全的。', '旧桥是安全的', 'said-by-another', 'zh'],
])('%s', (_rule, before, after, quote, state, language) => {
  const around = (text: string): string => `The council met in the hall by the river.\n${text}\nThe evening ended late.`
  const carried = carry(around(before), around(after), quote, language)
  expect(carried.state).toBe(state)
  if (state === 'said-by-another') expect(carried).toMatchObject({ ranges: [{ exact: quote }], candidates: [[{ start: around(after).indexOf(quote), exact: quote }]] })
})

const lines = ['Nobody came on Tuesday.', 'Rain fell all through the night.', 'The harbour was closed at noon.', 'Ships lay at anchor in the bay.']
const [ann, bob] = [`Ann Ruiz said that ${safe}.`, `Bob Lane said that ${safe}.`]

test('words that went are offered where another says them', () => {
  const after = [...lines, bob].join('\n')
  expect(carry([ann, ...lines].join('\n'), after, safe)).toMatchObject({ state: 'lost', candidates: [[{ start: after.indexOf(safe), exact: safe }]] })
})

test('words that another says now in their place did not move to where a second sentence says them as before', () => {
  const first = `${ann} Rain fell on the hills and by the sea, all through the long night, and nobody came.`
  const before = [...lines, first, 'Then it was noon.', `Snow fell. ${ann}`, 'The end.'].join('\n')
  const after = [...lines, `${first} ${ann}`, 'Then it was noon.', `Snow fell. ${bob}`, 'The end.'].join('\n')
  const at = before.lastIndexOf(safe)
  const carried = createCarrier(before, after, 'en')([describeRange(before, { start: at, end: at + safe.length })])
  const [, copy] = [...after.matchAll(new RegExp(safe, 'g'))]
  expect(carried).toMatchObject({ state: 'lost', candidates: [[{ start: copy!.index }], [{ start: after.lastIndexOf(safe) }]] })
  const back = createCarrier(after, before, 'en')([describeRange(after, { start: copy!.index, end: copy!.index + safe.length })])
  expect(back).toMatchObject({ state: 'lost', candidates: [[{ start: at }]] })
})

test('words that moved with their frame are moved', () => {
  expect(carry([ann, ...lines].join('\n'), [...lines, ann].join('\n'), safe)).toMatchObject({ state: 'moved', candidates: [] })
})

test('another’s sentence that stood elsewhere and came to the place is not this speaker’s, renamed', () => {
  expect(carry([ann, ...lines, bob].join('\n'), [bob, ...lines].join('\n'), safe)).toMatchObject({ state: 'lost', candidates: [[{ exact: safe }]] })
})

test('where the words may be either of two in an edited sentence, neither is taken', () => {
  const [before, after] = ['Ann Ruiz said that the dog is here.', 'Ann Ruiz said that the dog and the dog is here.']
  const carried = carry([lines[0], before, lines[1]].join('\n'), [lines[0], after, lines[1]].join('\n'), 'the dog')
  expect(carried.state).toBe('lost')
  expect(carried.candidates).toHaveLength(2)
})

test('a few words without a frame are known by their neighbours', () => {
  expect(carry(['Yes.', ...lines].join('\n'), [...lines, 'Yes.'].join('\n'), 'Yes').state).toBe('lost')
  expect(carry([lines[0], 'Yes.', lines[1]].join('\n'), [lines[0], 'Yes.', lines[1], lines[2]].join('\n'), 'Yes').state).toBe('same')
})

test('of two passages that read the same, the one beside which nothing changed keeps its highlight', () => {
  const before = [ann, ...lines, ann].join('\n')
  expect(carry(before, [ann, ...lines, 'Snow fell.', ann].join('\n'), safe).state).toBe('same')
  expect(carry(before, [...lines, ann].join('\n'), safe).state).toBe('lost')
})

test('of two passages that go on alike, either may be the one that an edit took', () => {
  const before = [lines[0], ann, lines[1], 'Carl left.', ann, lines[1], 'Dina left.'].join('\n')
  expect(carry(before, [lines[0], ann, lines[1], 'Eve stayed.'].join('\n'), safe).state).toBe('lost')
})

test('where only another passage that reads the same makes it doubtful, nobody asks whether another says it', () => {
  const [before, after] = [[ann, ...lines, ann].join('\n'), [lines[3], ann, ...lines, ann].join('\n')]
  expect(carry(before, after, safe)).toMatchObject({ state: 'lost', candidates: [[{ start: after.indexOf(safe) }], [{ start: after.lastIndexOf(safe) }]] })
})

test('one range said by another makes the whole highlight wait, all its words offered', () => {
  const before = [`Ann Ruiz said that ${safe}.`, `The mayor said: ${stays}.`].join('\n')
  const after = before.replace('The mayor', 'The treasurer')
  const ranges = [safe, stays].map((quote) => describeRange(before, { start: before.indexOf(quote), end: before.indexOf(quote) + quote.length }))
  expect(createCarrier(before, after, 'en')(ranges)).toMatchObject({ state: 'said-by-another', ranges, candidates: [[{ exact: safe }, { exact: stays }]] })
})

test.each([['bridge', 'brigde'], ['so promised the', 'so promsied the']])('a typo in “%s” leaves it reworded, with “%s” offered', (words, typo) => {
  const before = 'Ann Ruiz said that the bridge is safe, so promised the county.'
  expect(carry(before, before.replace(words, typo), words)).toMatchObject({ state: 'reworded', candidates: [[{ exact: typo }]] })
})
