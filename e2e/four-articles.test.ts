import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fourArticles, sampleFile } from './four-articles.ts'

test.each(fourArticles.flatMap((article) => article.statements.map(({ words }) => ({ file: article.file, words, text: readFileSync(sampleFile(article), 'utf8') }))))('$file holds $words once', ({ words, text }) => {
  expect(text.split(words)).toHaveLength(2)
})
