import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SaveDialogOptions } from 'electron'
import { expect, it } from 'vitest'
import type { ExportFile } from '../../shared/export.ts'
import { temporaryFolder } from '../testing.ts'
import { createFileSaver, offered } from './save-file.ts'

const aFile: ExportFile = { fileName: 'Ferry.md', mediaType: 'text/markdown;charset=utf-8', encoding: 'utf8', content: '# Ferry\n' }

/** A person who chooses `name` in the folder that the dialog opens in; null cancels. */
function aSaver(name: string | null, lastFolder: string | null = null, documents = temporaryFolder()) {
  const home = temporaryFolder()
  const asked: SaveDialogOptions[] = []
  const shown: string[] = []
  let last = lastFolder
  const saver = createFileSaver({
    showSaveDialog: async (options) => {
      asked.push(options)
      return name === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path.join(path.dirname(options.defaultPath!), name) }
    },
    showItemInFolder: (file) => shown.push(file),
    lastFolder: async () => last,
    keepFolder: async (folder) => { last = folder },
    documents: () => documents,
    home: () => home,
  })
  return { saver, asked, shown, documents, home, last: () => last }
}

it('asks with the file’s name, in the documents at first, and then in the folder used last', async () => {
  const used = temporaryFolder()
  const first = aSaver('Ferry.md')
  expect(await first.saver.save(aFile)).toBe(path.join(first.documents, 'Ferry.md'))
  expect(first.asked[0]).toMatchObject({ title: 'Save Ferry.md', defaultPath: path.join(first.documents, 'Ferry.md'), filters: [{ name: 'Markdown text', extensions: ['md'] }, { extensions: ['*'] }] })
  expect(first.last()).toBe(first.documents)
  const later = aSaver('Ferry.md', used)
  expect(await later.saver.save(aFile)).toBe(path.join(used, 'Ferry.md'))
  const gone = aSaver('Ferry.md', path.join(used, 'no longer'))
  expect(await gone.saver.save(aFile)).toBe(path.join(gone.documents, 'Ferry.md'))
  const bare = aSaver('Ferry.md', null, path.join(used, 'no documents'))
  expect(await bare.saver.save(aFile)).toBe(path.join(bare.home, 'Ferry.md'))
})

it('writes nothing on Cancel, and keeps no folder', async () => {
  const { saver, documents, last } = aSaver(null)
  expect(await saver.save(aFile)).toBeNull()
  expect(readdirSync(documents)).toEqual([])
  expect(last()).toBeNull()
})

it('writes text and bytes as they are, also those that are written in several pieces', async () => {
  const { saver, documents } = aSaver('saved')
  // Surrogates at every place where a piece could end.
  const text = `x${'🜁'.repeat(5 * 1024 * 1024)}`
  await saver.save({ ...aFile, content: text })
  expect(readFileSync(path.join(documents, 'saved'), 'utf8') === text).toBe(true)
  const bytes = Buffer.alloc(10 * 1024 * 1024 + 1, 'Counterpoint')
  await saver.save({ ...aFile, encoding: 'base64', content: bytes.toString('base64') })
  expect(readFileSync(path.join(documents, 'saved')).equals(bytes)).toBe(true)
  expect(readdirSync(documents)).toEqual(['saved'])
  await saver.save({ ...aFile, content: '' })
  expect(readFileSync(path.join(documents, 'saved'), 'utf8')).toBe('')
})

it('says in a sentence why a file can’t be written, and leaves nothing behind', async () => {
  const { saver, documents } = aSaver(path.join('not', 'there.md'))
  await expect(saver.save(aFile)).rejects.toMatchObject({ code: 'unreadable', message: `“${path.join(documents, 'not', 'there.md')}” can't be written: its folder is not there.` })
  expect(readdirSync(documents)).toEqual([])
})

it('shows only files that it has saved', async () => {
  const { saver, shown, documents } = aSaver('Ferry.md')
  expect(() => saver.show('/etc/passwd')).toThrow('Counterpoint has not saved that file since it was started.')
  await saver.save(aFile)
  saver.show(path.join(documents, 'Ferry.md'))
  expect(shown).toEqual([path.join(documents, 'Ferry.md')])
})

it.each([
  ['Ferry', 'Ferry.md'], ['Ferry.txt', 'Ferry.txt'], ['Talks v1.2', 'Talks v1.2.md'], ['../up/a:b', 'up a b.md'], ['', 'Counterpoint.md'], ['.md', 'Counterpoint.md'],
  ['a'.repeat(300), `${'a'.repeat(100)}.md`],
])('offers “%s” as %s', (fileName, name) => expect(offered({ ...aFile, fileName }).name).toBe(name))
