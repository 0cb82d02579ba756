import path from 'node:path'
import { expect, it } from 'vitest'
import { readStartArguments } from './start-arguments.ts'

const folder = path.resolve('/somewhere')

it('reads files and a library, and passes over the switches of others', () => {
  expect(readStartArguments(['a.txt', '--library', 'mine', '--no-sandbox', path.resolve('/b.md')], folder)).toEqual({
    library: path.join(folder, 'mine'), files: [path.join(folder, 'a.txt'), path.resolve('/b.md')],
  })
  expect(readStartArguments(['--library=mine'], folder).library).toBe(path.join(folder, 'mine'))
  expect(readStartArguments([], folder)).toEqual({ library: undefined, files: [] })
})
