/** Whatever is asked of the thread that owns the library, and whatever it would answer, there is an answer. */
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from './database/open-database.ts'
import { startLibraryThread, type LibraryThread } from './library-thread.ts'
import { aLibrary, anArticle, temporaryFolder } from './testing.ts'

async function aThread(library: string): Promise<LibraryThread & { logged: string[] }> {
  const logged: string[] = []
  const file = (name: string): string => new URL(name, import.meta.url).pathname
  const opened = await startLibraryThread({ library, uploads: temporaryFolder(), workerFile: file('./library-worker.ts'), formatWorkerFile: file('./formats/format-worker.ts'), onEvent: () => {}, onGone: () => undefined, mustExist: false, onEnd: () => {}, log: (line) => logged.push(line) })
  if (!opened.open) throw new Error(opened.message)
  onTestFinished(() => opened.thread.close())
  return { ...opened.thread, logged }
}

/** JSON, nested so deep that no stack holds it. */
const deep = (levels: number): string => `${'{"type":"quote","children":['.repeat(levels)}{"type":"text","text":"x"}${']}'.repeat(levels)}`

test.each([1200, 2500, 5000, 100_000])('an article that an older Counterpoint kept %i levels deep is answered', async (levels) => {
  const { app, folder, ...library } = await aLibrary()
  const { id } = await anArticle(library)
  const other = await anArticle(library, 'Another\n\nThis one is well.')
  await app.close()
  const db = await openDatabase(folder, () => new Date())
  db.prepare('UPDATE revision SET body = ? WHERE article_id = ?').run(`{"root":{"type":"root","children":[${deep(levels)}]}}`, id)
  db.close()
  const thread = await aThread(folder)
  const reply = await thread.dispatch('articles.get', { id }, { client: 'window:one' })
  expect(reply.ok || reply.error.code === 'internal').toBe(true)
  expect(await thread.dispatch('articles.get', { id: other.id }, { client: 'window:one' })).toMatchObject({ ok: true })
})

test.each([50, 400, 5000, 100_000])('an input %i levels deep is answered', async (levels) => {
  const thread = await aThread(temporaryFolder())
  const input = { subject: { type: 'article', id: '01890a5d-ac96-774b-bcce-b302099a8057' }, run: 'a', document: { root: { type: 'root', children: [JSON.parse(deep(levels))] } } }
  const reply = await thread.dispatch('notes.save', input, { client: 'window:one' })
  expect(reply).toMatchObject({ ok: false, error: { code: levels < 100 ? 'not-found' : 'bad-input' } })
})
