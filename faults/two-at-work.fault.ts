/**
 * Two hosts and the command line write the same rows of one library at once, for AT_WORK seconds; then another program holds
 * the library's lock. Every value that was acknowledged is there, no name is there twice, and reads are answered throughout.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { everything } from '../src/shared/comparison.ts'
import { toLexical } from '../src/shared/body.ts'
import { foldName } from '../src/shared/same-name.ts'
import { stances } from '../src/shared/statement.ts'
import type { CounterpointHost, Refused } from '../scripts/loopback-host.ts'
import { aLargeLibrary, idOf } from './a-large-library.ts'
import type { Fault, FaultTools } from './fault.ts'

const seconds = Number(process.env.AT_WORK ?? 60)
const [articleId, highlightId, statementId] = [idOf(100), idOf(1_000_000), idOf(2_000_000)]
const note = (text: string) => toLexical([{ type: 'paragraph', inlines: [{ text }] }])

interface AtWork {
  tools: FaultTools
  library: string
  hosts: [CounterpointHost, CounterpointHost]
  comparisonId: string
  tried: number
  failed: string[]
}

export const fault: Fault = {
  name: 'Two at work on one library',
  async run(tools) {
    const work = await begin(tools)
    await Promise.all([writeTheSame(work), importFiles(work)])
    await whileLocked(work)
    await lookAtAll(work)
    return { tried: work.tried, failed: work.failed }
  },
}

async function begin(tools: FaultTools): Promise<AtWork> {
  const library = path.join(tools.folder(), 'library')
  const file = path.join(tools.folder(), 'library.json')
  writeFileSync(file, JSON.stringify(aLargeLibrary({ articles: 3, marked: 20 })))
  await tools.commandLine(['import', file, '--library', library])
  const hosts: AtWork['hosts'] = [await tools.host({ library }), await tools.host({ library })]
  const { id } = await hosts[0].call('comparisons.create', { title: 'Walls', choice: everything })
  return { tools, library, hosts, comparisonId: id, tried: 0, failed: [] }
}

/** Both at once, each round another way; what both were told is stored is there before the next. */
async function writeTheSame(work: AtWork): Promise<void> {
  const end = performance.now() + seconds * 1000
  for (let round = 1; performance.now() < end; round += 1) {
    await fields(work, round)
    await newNames(work, round)
    await notes(work, round)
  }
}

async function fields(work: AtWork, round: number): Promise<void> {
  const { hosts: [one, other], comparisonId } = work
  const wanted = { stance: stances[round % stances.length]!, dateSaid: `${1900 + (round % 100)}`, title: `Title ${round}`, publisher: `Publisher ${round}`, turned: round % 2 === 1, foldedIds: [idOf(round)] }
  const acts: [string, Promise<unknown>][] = [
    ['stance', one.call('statements.update', { id: statementId, stance: wanted.stance })],
    ['date', other.call('statements.update', { id: statementId, dateSaid: wanted.dateSaid })],
    ['title', one.call('articles.update', { id: articleId, title: wanted.title })],
    ['publisher', other.call('articles.update', { id: articleId, publisher: wanted.publisher })],
    ['turned', one.call('comparisons.update', { id: comparisonId, turned: wanted.turned })],
    ['folded', other.call('comparisons.update', { id: comparisonId, foldedIds: wanted.foldedIds })],
  ]
  await Promise.all(acts.map(([what, act]) => act.catch((error: Error) => work.failed.push(`round ${round}, ${what}: ${error.message}`))))
  const [statement] = await one.call('statements.list', { ids: [statementId] })
  const article = await other.call('articles.get', { id: articleId })
  const { choice } = (await one.call('comparisons.list', {})).find(({ id }) => id === comparisonId)!
  const found = { stance: statement!.stance, dateSaid: statement!.dateSaid, title: article.title, publisher: article.publisher, turned: choice.turned, foldedIds: choice.foldedIds }
  for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) {
    work.tried += 1
    if (JSON.stringify(found[name]) !== JSON.stringify(wanted[name])) work.failed.push(`round ${round}: ${name} is ${JSON.stringify(found[name])}, though ${JSON.stringify(wanted[name])} was acknowledged`)
  }
}

/** The same new name in both: one makes it, the other is told that it is there. */
async function newNames(work: AtWork, round: number): Promise<void> {
  const { hosts: [one, other], failed } = work
  const ways: Promise<unknown>[][] = [
    [one.call('speakers.create', { name: `Straße ${round}` }), other.call('speakers.create', { name: `STRASSE  ${round}` })],
    [one.call('issues.create', { proposition: `It is so ${round}` }), other.call('issues.create', { proposition: `it is so ${round}` })],
    [one.call('tags.create', { name: `İzmir ${round}` }), other.call('tags.create', { name: `ızmir ${round}` })],
    [one.call('collections.create', { name: `Dam ${round}` }), other.call('collections.create', { name: `Dam ${round}` })],
  ]
  for (const both of await Promise.all(ways.map((way) => Promise.allSettled(way)))) {
    work.tried += 1
    const refusals = both.flatMap((result) => (result.status === 'rejected' ? [result.reason as Refused] : []))
    if (refusals.length !== 1 || refusals[0]!.code !== 'conflict') failed.push(`round ${round}, the same new name: ${refusals.length} of 2 refused ${refusals.map(({ message }) => message).join(' ')}`)
  }
}

async function notes(work: AtWork, round: number): Promise<void> {
  const { hosts: [one, other] } = work
  const [onArticle, onHighlight] = [{ type: 'article' as const, id: articleId }, { type: 'highlight' as const, id: highlightId }]
  const saved = await Promise.allSettled([
    one.call('notes.save', { subject: onArticle, document: note(`One ${round}`), run: `${round}` }), other.call('notes.save', { subject: onHighlight, document: note(`Other ${round}`), run: `${round}` }),
  ])
  for (const result of saved) if (result.status === 'rejected') work.failed.push(`round ${round}, a note: ${(result.reason as Error).message}`)
  const texts = [(await other.call('notes.get', onArticle))?.text, (await one.call('notes.get', onHighlight))?.text]
  work.tried += 2
  if (texts.join() !== `One ${round},Other ${round}`) work.failed.push(`round ${round}: the notes say ${texts.join(' and ')}`)
}

async function importFiles(work: AtWork): Promise<void> {
  const end = performance.now() + seconds * 1000
  for (let number = 1; performance.now() < end; number += 1) await importFile(work, `Brought ${number}`)
}

async function importFile({ tools, library, hosts, failed, ...work }: AtWork, title: string): Promise<void> {
  const file = path.join(tools.folder(), 'brought.md')
  writeFileSync(file, `# ${title}\n\nThe words of ${title}.\n`)
  const { status, err } = await tools.commandLine(['import', file, '--library', library])
  if (status !== 0) failed.push(`the command line did not import ${title}: ${err}`)
  else if (!(await hosts[work.tried % 2]!.call('articles.list', {})).some((one) => one.title === title)) failed.push(`${title} was imported and is not there`)
}

/** Another program holds the lock until the first act gives up: later ones are done when it is through, and reads are answered meanwhile. */
async function whileLocked(work: AtWork): Promise<void> {
  const { hosts: [one, other], failed } = work
  const db = new Database(path.join(work.library, 'library.db'))
  db.exec('BEGIN IMMEDIATE')
  let isLocked = true
  const first = one.call('articles.update', { id: articleId, title: 'Too late' }).then(() => 'done', (error: Refused) => error.code)
  await pause(3000)
  const later = [
    one.call('articles.update', { id: articleId, byline: 'Later' }), other.call('articles.update', { id: articleId, address: 'https://later.example/' }), importFile(work, 'Brought later'),
  ].map((act) => act.then(() => { if (isLocked) failed.push('an act was acknowledged while another program had the lock') }, (error: Error) => { failed.push(`an act that waited: ${error.message}`) }))
  let outcome: string | undefined
  void first.then((code) => { outcome = code })
  while (outcome === undefined) {
    for (const host of [one, other]) {
      work.tried += 1
      if ((await host.call('articles.get', { id: articleId })).title === 'Too late') failed.push('a value that was not acknowledged was read')
    }
    await pause(20)
  }
  if (outcome !== 'busy') failed.push(`an act that waited for the lock in vain: ${outcome}`)
  isLocked = false
  db.exec('COMMIT')
  db.close()
  await Promise.all(later)
  const { title, byline, address } = await one.call('articles.get', { id: articleId })
  work.tried += later.length + 1
  if (title === 'Too late' || byline !== 'Later' || address !== 'https://later.example/') failed.push(`after the lock the article is ${JSON.stringify({ title, byline, address })}`)
}

async function lookAtAll({ tools, library, hosts: [one], failed }: AtWork): Promise<void> {
  const names = {
    speaker: (await one.call('speakers.list', {})).map(({ name }) => name), issue: (await one.call('issues.list', {})).map(({ proposition }) => proposition),
    tag: (await one.call('tags.list', {})).map(({ name }) => name), collection: (await one.call('collections.list', {})).map(({ name }) => name),
  }
  for (const [noun, all] of Object.entries(names)) {
    const twins = all.length - new Set(all.map(foldName)).size
    if (twins > 0) failed.push(`${twins} twins: ${noun}`)
  }
  const { status, out, err } = await tools.commandLine(['verify', '--library', library])
  if (status !== 0) failed.push(`verify: ${out}${err}`)
}
