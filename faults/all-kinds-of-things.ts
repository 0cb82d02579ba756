/** A small library of all kinds of things, made as a reader makes it. */
import type { Input, OperationName, Output } from '../src/shared/contract.ts'
import { toLexical, type LexicalDocument } from '../src/shared/body.ts'
import { everything } from '../src/shared/comparison.ts'

export type Call = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>

const textOf = (place: string): string => `The ${place} deal

“We will not sign the paper about the ${place},” said Mayor Ana Ruiz on Monday. The council wants the dam of ${place} opened by May.

Engineers said the wall at ${place} is safe. The union doubts it: “Nobody has looked inside the bridge.”`

const words = (text: string): LexicalDocument => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

export async function fillLibrary(call: Call): Promise<void> {
  const places = ['river', 'lake', 'harbour']
  const articles: { id: string; title: string }[] = []
  for (const place of places) articles.push(await call('articles.import', { kind: 'text', text: textOf(place) }))
  const names = await fillNames(call)
  for (const [index, { id }] of articles.entries()) {
    await call('articles.update', { id, publisher: `The ${places[index]} Post`, published: `2026-01-0${index + 1}` })
    await mark(call, id, names)
  }
  const [river, lake, harbour] = articles.map(({ id }) => id) as [string, string, string]
  await label(call, river, lake)
  await call('articles.setReadingPlace', { id: river, readingPlace: 12, readTo: 1 / 3 })
  const read = await call('articles.get', { id: lake })
  const edited = textOf('lake').split('\n\n').map((text) => ({ type: 'paragraph' as const, inlines: [{ text: text.replace('on Monday', 'on Tuesday').replace('Nobody has looked', 'No one looked') }] }))
  await call('drafts.save', { articleId: lake, base: read.revision, document: toLexical(edited) })
  await call('articles.revise', { id: lake })
  await call('drafts.save', { articleId: harbour, base: 1, document: words('A new beginning for the harbour.') })
  await call('comparisons.create', { title: 'The dam', choice: everything })
  await call('looks.set', { issueId: names.issues[1]!, speakerId: names.speakers[1]!, articleIds: [river, harbour] })
  await call('events.create', { title: 'The dam opens', date: '2026-05', articleIds: [river], collectionId: null })
  await call('history.undo', {})
}

interface Names { speakers: string[]; issues: string[] }

async function fillNames(call: Call): Promise<Names> {
  const speakers: string[] = []
  for (const name of ['Ana Ruiz', 'The union', 'The council']) speakers.push((await call('speakers.create', { name })).id)
  const issues: string[] = []
  for (const proposition of ['The deal is signed', 'The wall is safe']) issues.push((await call('issues.create', { proposition })).id)
  await call('speakers.addAlias', { id: speakers[0]!, name: 'The mayor', articleId: null })
  await call('notes.save', { subject: { type: 'speaker', id: speakers[0]! }, document: words('Mayor since 2019, said it twice.'), run: 'speaker' })
  await call('notes.save', { subject: { type: 'issue', id: issues[0]! }, document: words('A deal about the dam.'), run: 'issue' })
  return { speakers, issues }
}

async function mark(call: Call, articleId: string, { speakers, issues }: Names): Promise<void> {
  const { text } = await call('articles.get', { id: articleId })
  for (const [index, said] of ['We will not sign', 'The council wants the dam', 'Nobody has looked inside the bridge'].entries()) {
    const start = text.indexOf(said)
    const { highlightId } = await call('statements.create', {
      on: { articleId, ranges: [{ start, end: start + said.length }] }, speakerId: speakers[index]!, issueId: issues[index % 2]!, stance: index % 2 ? 'asserts' : 'denies',
    })
    await call('notes.save', { subject: { type: 'highlight', id: highlightId }, document: words(`Said twice, in number ${index}.`), run: highlightId })
  }
  await call('notes.save', { subject: { type: 'article', id: articleId }, document: words('Read it again before the vote.'), run: articleId })
}

async function label(call: Call, river: string, lake: string): Promise<void> {
  const tag = await call('tags.create', { name: 'Water' })
  const collection = await call('collections.create', { name: 'Dams' })
  await call('articles.setTag', { ids: [river, lake], tagId: tag.id, on: true })
  await call('articles.setCollection', { ids: [river], collectionId: collection.id, on: true })
  const [highlight] = await call('highlights.list', { articleId: river })
  await call('highlights.setTag', { id: highlight!.id, tagId: tag.id, on: true })
}
