/** What `npm run test:office` compares: fictional parties on a fictional ferry, in three articles; four speakers on three issues, and twelve on six. */

const issues = [
  'The evening crossing loses 410,000 crowns a winter',
  'The contract obliges the company to sail at 19:40',
  'Ending the crossing puts lives at risk',
  'A passenger launch can replace the ferry',
  'The island council was told before the decision was made',
  'The subsidy should be paid to whoever sails, not to the company',
]
const speakers = [
  'Brannock Lines', 'Residents’ Association', 'Island council', 'Dr Yusuf Adair', 'Coastguard', 'Sound Cooperative',
  'Ministry of Transport', 'Seafarers’ union', 'Fish market', 'وزارة النقل', 'Harbour master', 'Marit Solheim-Vandersteen',
]
const stances = ['asserts', 'denies', 'leans', 'doubts', 'unclear', null]
const reasons = [
  'It has been so since the first winter, and everyone who was there knows it.',
  'We have asked for the books three times and were shown one page.',
  'No one can say that before the auditor has answered, and he has not answered.',
  'That is what the letter of 4 March says, and nobody has taken the letter back.',
  'A night in January without a boat is a night on which a doctor cannot come, whatever a table of sailings may show to people who do not live here.',
]
const arabic = 'إن العبّارة المسائية لن تتوقف هذا الشتاء'
const publishers = ['Sound Courier', 'Mainland Morning Post', '']

/** What a speaker says on an issue: other words for each pair, and none for about a third. */
function saidBy(speaker, issue) {
  const seed = speaker * 7 + issue * 5
  if (seed % 11 > 7) return undefined
  const words = speakers[speaker] === 'وزارة النقل' ? `${arabic} ${issue + 1}.` : `“On point ${issue + 1} the ${speaker + 1}${speaker < 3 ? ['st', 'nd', 'rd'][speaker] : 'th'} party is plain. ${reasons[seed % reasons.length]}”`
  return { speaker, issue, words, stance: stances[seed % stances.length], wording: seed % 3 === 0 ? 'paraphrase' : 'quote', article: seed % publishers.length }
}

const pairs = issues.flatMap((_, issue) => speakers.map((_one, speaker) => saidBy(speaker, issue)).filter((said) => said !== undefined))
/** A contradiction (the same day) and a change (dated) beside the plain ones. */
const extra = [
  { speaker: 0, issue: 0, words: '“It has never lost a crown.”', stance: 'denies', wording: 'quote', article: 0 },
  { speaker: 1, issue: 0, words: '“We now think the figures may well be right.”', stance: 'leans', wording: 'quote', article: 0, dateSaid: '2026-02-14' },
]
const said = [...pairs, ...extra]

const note = [
  ['paragraph', [['She saw the books for one afternoon. ', 0], ['Ask for the auditor’s letter', 1], [', and ', 0], ['soon', 2], ['.', 0]]],
  ['list', ['One page of the books', 'The letter of 4 March']],
]

export const comparisons = [
  { title: 'Winter ferry: four parties', columns: 4, rows: 3, words: [] },
  { title: 'Winter ferry: everyone', columns: 12, rows: 6, words: [] },
].map((one) => ({
  ...one,
  words: [
    one.title, 'Ask for the auditor’s letter', 'The letter of 4 March', 'Looked first at the contract.', ...speakers.slice(0, one.columns), ...issues.slice(0, one.rows),
    ...said.filter(({ speaker, issue }) => speaker < one.columns && issue < one.rows).map(({ words }) => words),
  ],
}))

const noFilter = { articleIds: null, collectionId: null, tagId: null, from: '', to: '', stances: null, wording: null }

export async function fillLibrary(call) {
  const articles = await Promise.all(publishers.map((publisher, at) => addArticle(call, publisher, at)))
  const issueIds = []
  for (const proposition of issues) issueIds.push((await call('issues.create', { proposition })).id)
  const speakerIds = []
  for (const name of speakers) speakerIds.push((await call('speakers.create', { name })).id)
  for (const [at, one] of said.entries()) {
    const { id, text } = articles[one.article]
    const start = text.indexOf(one.words)
    const { highlightId } = await call('statements.create', {
      on: { articleId: id, ranges: [{ start, end: start + one.words.length }] }, speakerId: speakerIds[one.speaker], issueId: issueIds[one.issue], wording: one.wording,
      ...(one.stance ? { stance: one.stance } : {}), ...(one.dateSaid ? { dateSaid: one.dateSaid } : {}),
    })
    if (at % 7 === 0) await call('notes.save', { subject: { type: 'highlight', id: highlightId }, document: documentOf(note), run: 'office' })
  }
  const empty = speakerIds.flatMap((speakerId, speaker) => issueIds.map((issueId, issue) => ({ speakerId, issueId, isEmpty: !saidBy(speaker, issue) }))).filter(({ isEmpty }) => isEmpty)
  for (const { speakerId, issueId } of empty.filter((_, at) => at % 2 === 0)) await call('looks.set', { issueId, speakerId, articleIds: articles.map(({ id }) => id) })
  for (const { title, columns, rows } of comparisons) {
    const choice = { issueIds: issueIds.slice(0, rows), speakerIds: speakerIds.slice(0, columns), turned: false, foldedIds: [], filter: noFilter, pins: [] }
    const { id } = await call('comparisons.create', { title, choice })
    await call('notes.save', { subject: { type: 'comparison', id }, document: documentOf([['paragraph', [['Looked first at the contract.', 0]]], ...note]), run: 'office' })
  }
}

async function addArticle(call, publisher, at) {
  const title = ['Island loses its evening boat', 'Who pays for the last ferry?', 'Letters on the winter timetable'][at]
  const paragraphs = said.filter(({ article }) => article === at).map(({ speaker, words }) => `The ${speakers[speaker]} spoke next. ${words} The hall listened.`)
  const { id } = await call('articles.import', { kind: 'text', text: [title, ...paragraphs].join('\n\n') })
  await call('articles.update', { id, publisher, published: ['2026-02-10', '2026-02', ''][at], ...(at < 2 ? { address: `https://news.example/${at}` } : {}) })
  return call('articles.get', { id })
}

/** A note as the editor keeps it. Text formats: 1 bold, 2 italic. */
function documentOf(blocks) {
  const shared = { version: 1, direction: null, format: '', indent: 0 }
  const textNode = (text, format) => ({ type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' })
  return {
    root: {
      type: 'root', ...shared,
      children: blocks.map(([type, parts]) => (type === 'list'
        ? { type: 'list', ...shared, listType: 'bullet', start: 1, tag: 'ul', children: parts.map((text, at) => ({ type: 'listitem', ...shared, value: at + 1, children: [textNode(text, 0)] })) }
        : { type: 'paragraph', ...shared, textFormat: 0, textStyle: '', children: parts.map(([text, format]) => textNode(text, format)) })),
    },
  }
}
