/** A library with at least one of everything, made through the contract, as its JSON. For tests of what is done to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toLexical } from '../../shared/body.ts'
import { everything } from '../../shared/comparison.ts'
import type { Input, OperationName, Output } from '../../shared/contract.ts'
import { unwrap } from '../../shared/rpc.ts'
import { createApp, type App } from '../app.ts'

const text = `The river deal

“We 😀 will not sign,” said Mayor Ana Ruiz on Monday. The council wants the dam opened by May.

Engineers said the wall is safe. The union doubts it: “Nobody has looked inside.” The café́ is shut.`
const typed = (...lines: string[]) => toLexical(lines.map((line) => ({ type: 'paragraph', inlines: [{ text: line, bold: line.length % 2 === 0 }] })))

type Call = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>
export const callerOf = (app: App): Call => async (name, input) => unwrap(await app.dispatch(name, input, { client: 'window:main' })) as never

export async function aFilledLibrary(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-filled-'))
  const app = await createApp({ library: folder, log: () => {} })
  try {
    await fill(callerOf(app))
    return (await callerOf(app)('exports.render', { format: 'json' })).content
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function fill(call: Call): Promise<void> {
  const article = await call('articles.import', { kind: 'text', text })
  const other = await call('articles.import', { kind: 'file', name: 'bridge.md', base64: Buffer.from('# The bridge\n\n*Nobody* has asked the [ferryman](https://example.org/).\n\n- one\n  - two\n').toString('base64') })
  const binned = await call('articles.import', { kind: 'text', text: 'Gone\n\nThis one is in the bin.' })
  const { text: canonical } = await call('articles.get', { id: article.id })
  const where = (words: string) => ({ start: canonical.indexOf(words), end: canonical.indexOf(words) + words.length })
  const speaker = await call('speakers.create', { name: 'Ana Ruiz' })
  const city = await call('speakers.create', { name: 'The city' })
  await call('speakers.update', { id: speaker.id, speaksForId: city.id })
  await call('speakers.addAlias', { id: speaker.id, name: 'the mayor', articleId: article.id })
  await call('speakers.addAlias', { id: city.id, name: 'City hall', articleId: null })
  const [issue, other2] = [await call('issues.create', { proposition: 'The deal is signed' }), await call('issues.create', { proposition: 'The wall is safe' })]
  const tag = await call('tags.create', { name: 'water' })
  const collection = await call('collections.create', { name: 'Rivers' })
  const said = await call('statements.create', { on: { articleId: article.id, ranges: [where('“We 😀 will'), where('not sign,”')] }, speakerId: speaker.id, issueId: issue.id, stance: 'denies', dateSaid: '2026-03' })
  await call('statements.create', { on: { articleId: article.id, ranges: [where('Nobody has looked inside')] }, speakerId: null, issueId: other2.id, reportedById: city.id })
  await call('statements.create', { on: { articleId: article.id, ranges: [where('The council wants the dam opened by May')] }, speakerId: city.id, issueId: issue.id, stance: 'leans' })
  await call('articles.setTag', { ids: [article.id, other.id], tagId: tag.id, on: true })
  await call('articles.setCollection', { ids: [article.id], collectionId: collection.id, on: true })
  await call('highlights.setTag', { id: said.highlightId, tagId: tag.id, on: true })
  await call('articles.setReadingPlace', { id: article.id, readingPlace: 12, readTo: 0.5 })
  await call('events.create', { title: 'Vote', date: '2026-03', articleIds: [article.id], collectionId: collection.id })
  await call('looks.set', { issueId: other2.id, speakerId: speaker.id, articleIds: [article.id, other.id] })
  const { id: comparisonId } = await call('comparisons.create', { title: 'Deal', choice: { ...everything, issueIds: [issue.id], pins: [{ issueId: issue.id, speakerId: speaker.id, statementId: said.id }] } })
  for (const [type, id] of [['highlight', said.highlightId], ['article', article.id], ['speaker', speaker.id], ['issue', issue.id], ['comparison', comparisonId]] as const) {
    await call('notes.save', { subject: { type, id }, document: typed('A note', `on this ${type}`), run: type })
  }
  // A new revision: one highlight keeps its place, one is reworded and waits, with a place offered.
  const edited = text.replace('wants the dam opened by May', 'wanted the dams opened by June').split('\n\n')
  await call('drafts.save', { articleId: article.id, base: 1, document: toLexical(edited.map((line) => ({ type: 'paragraph', inlines: [{ text: line }] }))) })
  await call('articles.revise', { id: article.id })
  await call('drafts.save', { articleId: other.id, base: 1, document: typed('The bridge', 'is being edited') })
  await call('articles.delete', { ids: [binned.id] })
}
