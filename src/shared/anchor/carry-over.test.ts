import { expect, test } from 'vitest'
import { createCarrier } from './carry-over.ts'
import { describeRange, type TextRange } from './selectors.ts'

const report = 'The meeting began at nine. Ann said: “We deny it.” Then they left the room. Bob said: “We deny it.” The end came late at night.'

function rangesOf(text: string, ...quotes: string[]): TextRange[] {
  let from = 0
  return quotes.map((quote) => {
    const start = text.indexOf(quote, from)
    from = start + quote.length
    return describeRange(text, { start, end: from })
  })
}

const carry = (before: string, after: string, ...quotes: string[]) => createCarrier(before, after)(rangesOf(before, ...quotes))

test('an unchanged text keeps every mark', () => {
  expect(carry(report, report, 'We deny it.').state).toBe('same')
})

test('deleting what one speaker said never moves the mark to the same words of another', () => {
  const after = report.replace('Ann said: “We deny it.” ', '')
  expect(carry(report, after, 'We deny it.')).toMatchObject({ state: 'lost', candidates: [[{ exact: 'We deny it.' }]] })
})

test('the other speaker’s mark stays with its words', () => {
  const [range] = rangesOf(report, 'Bob said: “We deny it.”')
  const quote = describeRange(report, { start: range!.start + 11, end: range!.end - 1 })
  const after = report.replace('Ann said: “We deny it.” ', '')
  expect(createCarrier(report, after)([quote])).toMatchObject({ state: 'same', ranges: [{ start: quote.start - 24, exact: 'We deny it.' }] })
})

test('a negation waits, with the new words offered first', () => {
  expect(carry(report, report.replace('deny', 'do not deny'), 'We deny it.')).toMatchObject({ state: 'reworded', candidates: [[{ exact: 'We do not deny it.' }], [{ exact: 'We deny it.' }]] })
})

test('a restyled quotation mark is another character, so it waits', () => {
  expect(carry(report, report.replaceAll(/[“”]/g, '"'), '“We deny it.”').state).toBe('reworded')
})

test('in a script without full stops, what another paragraph said already is not taken for what is gone', () => {
  const [said, other] = ['สหภาพใต้กล่าวว่าสะพานเก่าปลอดภัย', 'นายกเทศมนตรีปฏิเสธว่าจังหวัดจะจ่าย']
  const between = ['เหรัญญิกกล่าวว่าไม่มีใครเห็นเงิน', 'คุณมาลีระบุว่าหิมะตกทุกถนน']
  const carried = createCarrier([said, ...between, `${other} ${said}`].join('\n'), [...between, said].join('\n'), 'th')(rangesOf(said, 'สะพานเก่า'))
  expect(carried).toMatchObject({ state: 'lost', candidates: [[{ exact: 'สะพานเก่า' }]] })
})

test('of the same sentences in several paragraphs without full stops, one that stood elsewhere already is not taken', () => {
  const [snow, bridge, money] = ['สหภาพใต้กล่าวว่าสะพานเก่า หิมะตก', 'สหภาพใต้กล่าวว่าสะพานเก่า สะพานเก่า', 'เหรัญญิกกล่าวว่าเห็นเงิน สะพานเก่า']
  const before = [`สหภาพใต้กล่าวว่าเห็นเงิน หิมะตก ${money}`, snow, `${snow} ${bridge}`, snow].join('\n')
  const start = before.indexOf(snow)
  expect(createCarrier(before, [money, snow, bridge, snow].join('\n'), 'th')([describeRange(before, { start, end: start + 'สหภาพใต้กล่าวว่าสะพานเก่า'.length })]).state).toBe('lost')
})

test('words in new company are offered, not taken', () => {
  const before = 'Ann said that the treaty is dead.\nThen it rained for days and days.'
  const after = 'Then it rained for days and days.\nNobody believed Bob, who thought the treaty is dead already.'
  expect(carry(before, after, 'the treaty is dead')).toMatchObject({ state: 'lost', candidates: [[{ exact: 'the treaty is dead' }]] })
})

test('words in the same place whose company is all new are offered, not taken', () => {
  expect(carry('Ann and Carl agreed: peace now! Everyone else kept silent.', 'Nobody present would mention it: still, peace now? Hardly likely after this.', 'peace now')).toMatchObject({ state: 'lost', candidates: [[{ exact: 'peace now' }]] })
})

const one = 'First paragraph, on the harbour and the ships that lie there in winter.'
const two = 'Second paragraph: Ann said that the treaty is dead, and that nobody mourns it.'
const three = 'Third paragraph, on the weather, which was fair until the very last evening, when it began to snow on the hills.'

test('words that moved together with their context are followed', () => {
  const after = [two, one, three].join('\n')
  const carried = carry([one, three, two].join('\n'), after, 'the treaty is dead')
  expect(carried).toMatchObject({ state: 'moved', ranges: [{ start: after.indexOf('the treaty'), exact: 'the treaty is dead' }] })
})

test('ranges whose order was turned round are lost', () => {
  const [before, after] = [[one, three, two].join('\n'), [two, one, three].join('\n')]
  expect(carry(before, after, 'the ships that lie', 'the treaty is dead').state).toBe('lost')
})

test('ranges that were torn apart are lost', () => {
  const long = Array.from({ length: 40 }, (_, k) => `Line ${k} tells of voyage ${k * 37} and of the ${k * 11} men aboard.`).join('\n')
  expect(carry([one, two].join('\n'), [one, long, two].join('\n'), 'the ships that lie', 'the treaty is dead').state).toBe('lost')
})

test('one range whose words changed makes the whole highlight wait', () => {
  expect(carry([one, two].join('\n'), [one, two.replace('dead', 'alive')].join('\n'), 'the ships that lie', 'the treaty is dead')).toMatchObject({ state: 'reworded', candidates: [[{ exact: 'the ships that lie' }, { exact: 'the treaty is alive' }]] })
})

test.each([['“Never,”', '“Always,”'], ['“will we sign that paper.”', '“will we burn that paper.”']])('an interrupted quote whose %s became %s is reworded, and offered whole', (part, now) => {
  const words = ['“Never,”', '“will we sign that paper.”']
  const before = `The union met.\n${words.join(' Ann Berg said, ')} Bo Lind left.\nThe vote is on Monday.`
  expect(carry(before, before.replace(part, now), ...words)).toMatchObject({ state: 'reworded', candidates: [words.map((one) => ({ exact: one === part ? now : one }))] })
})

test('an end never lies within a grapheme cluster, nor within another word', () => {
  expect(carry('They all said that the cafe was closed.', 'They all said that the cafe\u0301 was closed.', 'the cafe')).toMatchObject({ state: 'reworded', candidates: [[{ exact: 'the cafe\u0301' }]] })
  expect(carry('They all signed with 👩 at the end.', 'They all signed with 👩\u200D👧 at the end.', 'with 👩')).toMatchObject({ state: 'reworded', candidates: [[{ exact: 'with 👩\u200D👧' }]] })
  expect(carry('They all said that we can go there.', 'They all said that we cannot go there.', 'we can').state).not.toBe('same')
})

test('a range that is not what the text holds is lost', () => {
  const [range] = rangesOf(report, 'We deny it.')
  expect(createCarrier(report, report)([{ ...range!, exact: 'We admit it.' }]).state).toBe('lost')
})

test.each([
  ['can', 'They can go.', 'They cannot go.', ['cannot']],
  ['Nobody was', 'Nobody was told.', 'Nobody wasted told.', ['Nobody wasted']],
  ['able to do it', 'He is able to do it.', 'He is unable to do it.', ['unable to do it']],
])('“%s” within another word is not taken, and offered only as the whole word', (words, before, after, offered) => {
  const around = 'The council met on Monday in the hall by the river. '
  const [old, now] = [around + before, around + after]
  const start = around.length + before.indexOf(words)
  const carried = createCarrier(old, now)([describeRange(old, { start, end: start + words.length })])
  expect(['reworded', 'lost']).toContain(carried.state)
  expect(carried.candidates.map(([range]) => range!.exact)).toEqual(offered)
})

test('one million characters and ten thousand marks', () => {
  const lines = Array.from({ length: 12_500 }, (_, k) => `${k}th entry: the ${k * 7} barrels of the ship ${k * 31 % 9973} were sold for dollars ${k * 13}.\n`)
  const [before, after] = [lines.join('') + 'Night fell.', lines.filter((_, k) => k % 50 !== 0).join('') + 'Night fell.']
  const carrier = createCarrier(before, after)
  const states = Map.groupBy(lines.slice(0, 10_000).map((line, k) => ({ k, state: carrier(rangesOf(before, line.slice(0, -1))).state })), ({ state }) => state)
  expect(states.get('same')?.length).toBe(9800)
  expect((states.get('lost') ?? []).concat(states.get('reworded') ?? []).every(({ k }) => k % 50 === 0)).toBe(true)
})
