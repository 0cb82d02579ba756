/**
 * Imports files that are too much or meant to harm, one after another into one library. Each ends in an article or in a sentence,
 * within the time that an import has; the next import works at once; at the end every quote and row is verified.
 */
import path from 'node:path'
import type { Refused } from '../scripts/loopback-host.ts'
import { readSourceStream } from '../src/main/source-file.ts'
import type { Fault, FaultTools } from './fault.ts'
import { hostileFiles } from './hostile-files.ts'

/** What an import has, and as much again for a machine that is busy with many other things, in ms. */
const LONGEST = 60_000
const sentences = ['bad-input', 'too-large', 'timed-out']

export const fault: Fault = {
  name: 'Files that are too much',
  async run({ folder, host: startHost, commandLine, random }) {
    const library = path.join(folder(), 'library')
    const host = await startHost({ library })
    const failed: string[] = []
    const counts = { articles: 0, sentences: 0 }
    const added = new Set<string>()
    const files = hostileFiles(random)
    const kept = await host.call('articles.import', { kind: 'text', text: 'The first\n\nWords that were there before.' })
    for (const [index, { name, bytes, what }] of files.entries()) {
      const start = Date.now()
      const outcome = await importFile(host, name, bytes, added)
      if (outcome === 'article') counts.articles += 1
      else if (outcome === 'sentence') counts.sentences += 1
      else failed.push(`${what}: ${outcome}`)
      if (Date.now() - start > LONGEST) failed.push(`${what}: took ${Date.now() - start} ms`)
      const next = await importFile(host, 'next.txt', Buffer.from(`Next ${index}\n\nThe words of number ${index} are read at once.`), added)
      if (next !== 'article') failed.push(`the next after ${what}: ${next}`)
    }
    const there = await host.call('articles.list', {})
    for (const id of [kept.id, ...added]) if (!there.some((one) => one.id === id)) failed.push(`the article ${id} was added and is gone`)
    if (there.length !== 1 + added.size) failed.push(`${there.length} articles are there, and ${1 + added.size} were added`)
    await host.close()
    const verified = await commandLine(['verify', '--library', library])
    if (verified.status !== 0) failed.push(`verify: ${verified.out}${verified.err}`)
    return { tried: files.length, failed, note: `${counts.articles} became articles, ${counts.sentences} were refused with a sentence` }
  },
}

/** 'article', 'sentence', or what else came of it. */
async function importFile({ call }: Awaited<ReturnType<FaultTools['host']>>, name: string, bytes: Uint8Array, added: Set<string>): Promise<string> {
  try {
    const source = await readSourceStream(inChunks(bytes), { shown: name, name, sendPart: (part) => call('articles.importPart', part) })
    added.add((await call('articles.import', source)).id)
    return 'article'
  } catch (error) {
    const { code, message } = error as Refused
    return sentences.includes(code) && /^(?:articles\.\w+: )?[“A-Z].*\.$/s.test(message) ? 'sentence' : `${code} ${message}`
  }
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
