/** One act of the bench on a library, as the command line does it, with the time that it took and the most memory. */
import { createApp } from '../../src/main/app.ts'
import { readSourceFile } from '../../src/main/source-file.ts'
import { unwrap } from '../../src/shared/rpc.ts'

/** `cpu`: seconds of processors' time, which tell more than the clock where others work too. `peak` in bytes: the most that was resident. */
export interface Measured { seconds: number; cpu: number; peak: number; what: string }

const [act, file, library] = process.argv.slice(2) as [string, string, string]
const app = await createApp({ library, log: (line) => { console.error(line) } })
const call = async (name: string, input: unknown): Promise<unknown> => unwrap(await app.dispatch(name, input, { client: 'command-line' }))
const [began, cpuBefore] = [Date.now(), process.cpuUsage()]
const what = act === 'import' ? await bringIn() : await takeOut()
const { user, system } = process.cpuUsage(cpuBefore)
const measured: Measured = { seconds: (Date.now() - began) / 1000, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * 1024, what }
await app.close()
process.send!(measured)
process.disconnect()

async function bringIn(): Promise<string> {
  const imported = await call('articles.import', await readSourceFile(file, (part) => call('articles.importPart', part))) as { articles: number }
  return `${imported.articles} articles`
}

async function takeOut(): Promise<string> {
  const { content } = await call('exports.render', { format: 'json' }) as { content: string }
  return `${Math.round(content.length / 1e6)} million characters`
}
