import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { everything } from '../../shared/comparison.ts'
import { comparisonFormats, exportFormats, type ComparisonFormat, type ExportFormat } from '../../shared/export.ts'
import { readLibraryFile } from '../formats/read-library-file.ts'
import { aLibrary, anArticle, aStatement } from '../testing.ts'
import { verifyFile } from './verify-file.ts'

type Format = ExportFormat | ComparisonFormat
const formats = [...exportFormats, ...comparisonFormats]

async function anExportedLibrary() {
  const { call } = await aLibrary()
  for (const place of ['River', 'Lake']) {
    const article = await anArticle({ call }, `${place} deal\n\n“We will *not* sign,\nnever & nowhere,” said Ana of the ${place}.\n\nThe union denies it.`)
    await call('articles.update', { id: article.id, publisher: `${place} Post` })
    await aStatement({ call }, { articleId: article.id, words: 'We will *not* sign,\nnever & nowhere', speaker: `Ana Ruiz`, issue: 'It is signed', stance: 'denies' })
    await aStatement({ call }, { articleId: article.id, words: `${place}.\nThe union denies`, speaker: 'The <union>', issue: 'It is signed', stance: 'asserts' }).catch(() => undefined)
  }
  await call('comparisons.create', { title: 'Deal', choice: everything })
  const [comparison] = await call('comparisons.list', {})
  const library = async () => readLibraryFile(strToU8((await call('exports.render', { format: 'json' })).content))!.file
  const render = async (format: Format): Promise<Uint8Array> => {
    const isComparison = (comparisonFormats as readonly string[]).includes(format)
    const file = isComparison ? await call('exports.renderComparison', { format: format as ComparisonFormat, comparisonId: comparison!.id }) : await call('exports.render', { format: format as ExportFormat })
    return Buffer.from(file.content, file.encoding)
  }
  return { render, verify: async (bytes: Uint8Array) => verifyFile(bytes, 'file', library) }
}

/** In the text of the file, or in each text that a document packs. */
function replaced(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  if (bytes[0] !== 0x50) return strToU8(change(strFromU8(bytes)))
  return zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, name.endsWith('.xml') ? strToU8(change(strFromU8(part))) : part])))
}

test.each(formats)('an export as %s is equal to its library', async (format) => {
  const { render, verify } = await anExportedLibrary()
  const { highlights, differences } = await verify(await render(format))
  expect(differences).toEqual([])
  expect(highlights).toBeGreaterThan(0)
})

test.each(formats)('an export as %s with another word in its quotes is not', async (format) => {
  const { render, verify } = await anExportedLibrary()
  const spoiled = replaced(await render(format), (text) => text.replaceAll('never', 'newer'))
  // The JSON holds the texts themselves: there both say the other word, and the text has another SHA-256.
  expect((await verify(spoiled)).differences.map(({ kind }) => kind)).toContain(format === 'json' ? 'revision' : 'quote')
})

test.each(formats.filter((format) => !['json', 'csv-matrix'].includes(format)))('an export as %s with another speaker is not', async (format) => {
  const { render, verify } = await anExportedLibrary()
  const spoiled = replaced(await render(format), (text) => text.replaceAll('Ana Ruiz', 'Anna Ruis'))
  expect((await verify(spoiled)).differences.map(({ kind }) => kind)).toContain('speaker')
})

test.each(formats.filter((format) => !['json', 'web-annotation'].includes(format)))('an export as %s with another source is not', async (format) => {
  const { render, verify } = await anExportedLibrary()
  const spoiled = replaced(await render(format), (text) => text.replaceAll(/(River|Lake) (Post|deal)/g, 'Other $2'))
  expect((await verify(spoiled)).differences.map(({ kind }) => kind)).toContain('source')
})

test('what Counterpoint does not export is refused', async () => {
  const { verify } = await anExportedLibrary()
  await expect(verify(strToU8('Some text'))).rejects.toThrow('“file” can’t be checked: it is none of the formats that Counterpoint exports.')
})
