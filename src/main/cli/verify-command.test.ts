import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExportFormat } from '../../shared/export.ts'
import { openDatabase } from '../database/open-database.ts'
import { aLibrary, anArticle, aStatement, temporaryFolder } from '../testing.ts'
import { runCommandLine } from './run-command.ts'

async function aMarkedLibrary() {
  const { app, call, folder } = await aLibrary()
  const { id } = await anArticle({ call }, 'Signs\n\n=We 😀 will, “perhaps”\nnot sign= said Ana.')
  const { highlightId } = await aStatement({ call }, { articleId: id, words: '=We 😀 will, “perhaps”', speaker: 'Ana', issue: 'It is signed' })
  const files = temporaryFolder()
  const write = async (format: ExportFormat, spoil = (content: string) => content): Promise<string> => {
    const file = join(files, `export-${format}`)
    writeFileSync(file, spoil((await call('exports.render', { format })).content))
    return file
  }
  const written = { json: await write('json'), csv: await write('csv'), 'web-annotation': await write('web-annotation'), markdown: await write('markdown'), html: await write('html') }
  await app.close()
  return { folder, written, highlightId }
}

async function verify(folder: string, ...words: string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const status = await runCommandLine(['verify', ...words, '--library', folder], {
    input: (async function* () {})(), out: (text) => { out += text }, err: (text) => { err += text },
  })
  return { status, out, err }
}

test('a library that was spoiled on purpose ends with 1 and names the highlight', async () => {
  const { folder, highlightId } = await aMarkedLibrary()
  expect(await verify(folder)).toEqual({ status: 0, out: 'All equal: 1 highlights, 1 ranges, 1 revisions.\n', err: '' })
  const db = await openDatabase(folder, () => new Date())
  db.exec(`UPDATE highlight_range SET exact = replace(exact, 'will', 'won’t')`)
  db.close()
  const { status, out } = await verify(folder)
  expect(status).toBe(1)
  expect(out).toMatch(new RegExp(`^highlight_range-1\tdamaged\t.*\n${highlightId}\tquote\tThe highlight says “=We 😀 won’t, .*” where revision 1 has “=We 😀 will, .*\n$`))
  expect(JSON.parse((await verify(folder, '--json')).out)).toMatchObject({ highlights: 1, differences: [{ id: 'highlight_range-1', kind: 'damaged' }, { id: highlightId, kind: 'quote' }] })
})

test.each(['json', 'csv', 'web-annotation', 'markdown', 'html'] as const)('an export as %s is checked, and a changed word is found', async (format) => {
  const { folder, written, highlightId } = await aMarkedLibrary()
  expect(await verify(folder, written[format])).toMatchObject({ status: 0, err: '' })
  writeFileSync(written[format], readFileSync(written[format], 'utf8').replaceAll('=We 😀 will', '=We 😀 did'))
  const spoiled = await verify(folder, written[format])
  expect(spoiled.status).toBe(1)
  // Files for people hold no identifiers: there the quotes are counted.
  expect(spoiled.out).toContain(format === 'markdown' || format === 'html' ? 'quote 1\tquote\tThe file quotes “=We 😀 did' : highlightId)
})

test.each(['csv', 'web-annotation'] as const)('an export as %s of another library is not equal to this one', async (format) => {
  const { written, highlightId } = await aMarkedLibrary()
  const other = await verify(temporaryFolder(), written[format])
  expect(other).toMatchObject({ status: 1, out: `${highlightId}\tmissing\tThe library that is open has no such highlight.\n` })
})

test('a file that is no export is refused in a sentence', async () => {
  const { folder } = await aMarkedLibrary()
  const file = join(temporaryFolder(), 'other.txt')
  writeFileSync(file, 'Some text')
  expect(await verify(folder, file)).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^“.*” can’t be checked: it is none of the formats that Counterpoint exports\.\n$/) })
})

test('a file that is not there is refused', async () => {
  expect(await verify(temporaryFolder(), '/nowhere/at/all.json')).toMatchObject({ status: 1, err: '“/nowhere/at/all.json” can\'t be read (ENOENT). Check the name.\n' })
})

test('--repair takes what is damaged from the newest backup that has it whole, and nothing else', async () => {
  const { folder } = await aMarkedLibrary()
  // Opening it makes the day's backup.
  await verify(folder)
  const db = await openDatabase(folder, () => new Date())
  db.exec(`UPDATE highlight_range SET exact = replace(exact, 'will', 'won’t'); UPDATE speaker SET name = 'Anna'`)
  db.close()
  const { status, out, err } = await verify(folder, '--repair')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toMatch(/^highlight_range-1\ttaken from the backup of .* UTC\tWords of the highlight “=We 😀 won’t, “perhaps””\nspeaker-1\ttaken .*\tSpeaker “Anna”\nAll equal: /)
  expect(await verify(folder)).toMatchObject({ status: 0, err: '' })
})

test('what no backup has stays, and is told', async () => {
  const { folder } = await aMarkedLibrary()
  rmSync(join(folder, 'backups'), { recursive: true, force: true })
  const db = await openDatabase(folder, () => new Date())
  db.exec(`UPDATE speaker SET name = 'Anna'`)
  db.close()
  const { status, out } = await verify(folder, '--repair')
  expect(status).toBe(1)
  expect(out).toMatch(/^speaker-1\tdamaged\tSpeaker “Anna” .* No backup has it whole.\n$/)
})
