import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { readStartArguments, wordsOfStart } from './start-arguments.ts'

const folder = path.resolve('/somewhere')

it('reads files and a library, and passes over the switches of others', () => {
  expect(readStartArguments(['a.txt', '--library', 'mine', '--no-sandbox', path.resolve('/b.md')], folder)).toEqual({
    library: path.join(folder, 'mine'), files: [path.join(folder, 'a.txt'), path.resolve('/b.md')],
  })
  expect(readStartArguments(['--library=mine'], folder).library).toBe(path.join(folder, 'mine'))
  expect(readStartArguments([], folder)).toEqual({ library: undefined, files: [] })
})

it('takes the addresses of files that a Linux desktop gives', () => {
  const file = path.resolve('/a b/été.txt')
  expect(readStartArguments([pathToFileURL(file).href, 'file://elsewhere/%ff'], folder).files[0]).toBe(file)
})

it('knows which words of the command line are the person’s', () => {
  expect(wordsOfStart(['electron', '/the/app', 'a.txt', '--library=mine'], true)).toEqual(['a.txt', '--library=mine'])
  expect(wordsOfStart(['electron', '--ozone-platform-hint=auto', '/the/app', 'a.txt'], true)).toEqual(['a.txt'])
  expect(wordsOfStart(['counterpoint', 'a.txt'], false)).toEqual(['a.txt'])
})
