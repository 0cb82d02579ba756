import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IMPORT_LIMIT } from '../../shared/article.ts'
import { everything } from '../../shared/comparison.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'
import { runCommandLine } from './run-command.ts'

let root: string
beforeEach(() => { root = mkdtempSync(path.join(os.tmpdir(), 'cli-')) })
afterEach(() => rmSync(root, { recursive: true }))

async function run(words: string[], input: string[] = []): Promise<{ status: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const status = await runCommandLine([...words, '--library', path.join(root, 'library')], {
    input: (async function* () { for (const chunk of input) yield Buffer.from(chunk) })(),
    out: (text) => { out += text },
    err: (text) => { err += text },
  })
  return { status, out, err }
}

function file(name: string, content: string | Buffer): string {
  const at = path.join(root, name)
  writeFileSync(at, content)
  return at
}

const story = 'The bridge at Vell\n\nThe mayor said: “We closed it in time.”\n\nThe drivers deny that anybody warned them.\n'

describe('import', () => {
  it('goes on after a failure, names every failure once, and ends with status 1', async () => {
    const folder = path.join(root, 'folder')
    mkdirSync(folder)
    const missing = path.join(root, 'missing.txt')
    const large = file('large.txt', Buffer.alloc(IMPORT_LIMIT + 1, 'a'))
    const { status, out, err } = await run(['import', folder, missing, file('empty.txt', ''), large, file('story.txt', story)])
    expect(status).toBe(1)
    expect(out).toMatch(/^[0-9a-f-]{36}\tThe bridge at Vell\n$/)
    expect(err.split('\n')).toEqual([
      `“${folder}” is a folder. Choose the files in it.`,
      `“${missing}” is not there. Check the name.`,
      `“${path.join(root, 'empty.txt')}” is empty. There is nothing to import.`,
      `“${large}” is larger than 20 MB, the most that can be imported.`,
      '',
    ])
  })

  it('says that a file is there already, and prints the same line', async () => {
    const at = file('story.txt', story)
    const first = await run(['import', at])
    const second = await run(['import', at])
    expect(second).toEqual({ status: 0, out: first.out, err: '“The bridge at Vell” is there already.\n' })
  })

  it('reads standard input, and prints JSON', async () => {
    const { status, out } = await run(['import', '-', '--json'], [story.slice(0, 9), story.slice(9)])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ title: 'The bridge at Vell', existing: false, file: '-' })
    expect((await run(['import', '-'], [])).status).toBe(1)
  })
})

describe('a library of more than 20 MB', () => {
  it('comes in; what only begins like one, or is no library, does not', async () => {
    const from = await aLibrary()
    await anArticle(from)
    const [begin, ...rest] = (await from.call('exports.render', { format: 'json' })).content.split('"articles":')
    const json = (blank: number): string => `${begin}${' '.repeat(blank)}"articles":${rest.join('"articles":')}`
    expect(await run(['import', file('library.json', json(IMPORT_LIMIT))])).toMatchObject({ status: 0, err: '10 % done\n20 % done\n30 % done\n40 % done\n50 % done\n60 % done\n70 % done\n80 % done\n90 % done\n' })
    expect((await run(['export', '--format', 'json'])).out).toBe(json(0))
    expect((await run(['import', file('cut.json', json(IMPORT_LIMIT).slice(0, -100))])).err).toContain('This Counterpoint file is damaged')
    expect((await run(['import', file('other.json', `{"format":"other"${json(IMPORT_LIMIT).slice(1)}`)])).err).toContain('is larger than 20 MB')
  })
})

describe('reading and exporting', () => {
  it('lists and searches what was imported', async () => {
    const id = (await run(['import', file('story.txt', story)])).out.split('\t')[0]!
    expect((await run(['articles'])).out).toBe(`${id}\tThe bridge at Vell\t\t\ttitle guessed\n`)
    expect(JSON.parse((await run(['articles', '--json'])).out)).toMatchObject({ id })
    expect((await run(['search', 'anybody', 'warned'])).out).toMatch(new RegExp(`^${id}\tThe bridge at Vell\t.*warned.*\n$`))
    expect(await run(['search', 'nowhere'])).toEqual({ status: 0, out: '', err: '' })
  })

  it('writes a file whole, and replaces one only by force', async () => {
    await run(['import', file('story.txt', story)])
    const output = path.join(root, 'out', 'notes.json')
    const words = ['export', '--format', 'json', '--output', output]
    expect(await run(words)).toEqual({ status: 1, out: '', err: `“${output}” can't be written: its folder is not there.\n` })
    mkdirSync(path.dirname(output))
    expect((await run(words)).status).toBe(0)
    expect((await run(['export', '--format', 'json'])).out).toBe(readFileSync(output, 'utf8'))
    writeFileSync(output, 'mine')
    expect(await run(words)).toEqual({ status: 1, out: '', err: `“${output}” is there already. Give --force to replace it.\n` })
    expect(readFileSync(output, 'utf8')).toBe('mine')
    expect((await run([...words, '--force'])).status).toBe(0)
    expect(JSON.parse(readFileSync(output, 'utf8')).format).toBe('counterpoint')
    expect(readdirSync(path.dirname(output))).toEqual(['notes.json'])
  })

  it('exports a comparison by its title or identifier, and says what is left out', async () => {
    const library = await aLibrary({ folder: path.join(root, 'library') })
    const { id: articleId } = await anArticle(library)
    await aStatement(library, { articleId, words: 'the wall is safe', speaker: 'Engineers', issue: 'The wall is safe', stance: 'asserts' })
    const { id } = await library.call('comparisons.create', { title: 'The wall', choice: everything })
    await library.app.close()

    const { status, out, err } = await run(['export', '--comparison', 'The wall', '--format', 'csv-matrix'])
    expect([status, out.includes('the wall is safe')]).toEqual([0, true])
    expect(err).toContain('Not included: 1 article’s text\n')
    expect((await run(['export', '--format', 'markdown', '--article', articleId])).err).toContain('Not included: 1 article’s text\n')
    expect((await run(['export', '--format', 'json'])).err).toBe('Not included: the steps that can be undone, and this device’s settings\n')
    expect((await run(['export', '--comparison', id, '--format', 'csv-matrix'])).out).toBe(out)
    expect((await run(['export', '--comparison', '', '--format', 'markdown-table'])).out).toContain('# All statements')
    expect(await run(['export', '--comparison', 'The dam', '--format', 'evidence'])).toEqual({ status: 1, out: '', err: 'There is no comparison “The dam” in the library.\n' })
    const output = path.join(root, 'wall.odt')
    expect((await run(['export', '--comparison', 'The wall', '--format', 'odt', '--output', output])).status).toBe(0)
    expect(readFileSync(output).subarray(30, 38).toString('latin1')).toBe('mimetype')
  })

  it('prints usage on standard error for wrong usage, with status 2', async () => {
    const { status, out, err } = await run(['export'])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^Name a format: --format markdown, .*\n\nUsage: counterpoint/)
  })
})
