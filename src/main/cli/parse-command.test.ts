import { describe, expect, it } from 'vitest'
import { parseCommand, UsageError } from './parse-command.ts'

const parse = (line: string): unknown => parseCommand(line.split(' ').filter(Boolean))

describe('parseCommand', () => {
  it.each([
    '', 'fly', 'constructor', '--json', 'import', 'import - a.txt', 'import a.txt --force', 'import --unknown a.txt', 'articles now', 'articles --format csv',
    'search', 'search --output a b', 'export', 'export --format pdf', 'export --format', 'export --format csv --json', 'export --format csv extra',
    'export --comparison Deal', 'export --comparison Deal --format json', 'export --comparison Deal --format csv-matrix --article 7', 'export --comparison Deal --format docx', 'export --format evidence',
    'verify a b', 'verify --force', 'serve --port', 'serve --port x', 'serve --port 65536', 'serve --port -1', 'serve now', 'articles --library=', 'export --format csv --output=',
  ])('refuses “%s” with one line', (line) => {
    expect(() => parse(line)).toThrow(UsageError)
    expect(() => parse(line)).toThrow(/^[^\n]+\.$/)
  })

  it('reads each command with its options, wherever they stand', () => {
    expect(parse('import a.txt b.md --library /l')).toEqual({ name: 'import', library: '/l', json: false, files: ['a.txt', 'b.md'] })
    expect(parse('import -')).toEqual({ name: 'import', library: undefined, json: false, files: ['-'] })
    expect(parse('import -- -odd.txt')).toMatchObject({ files: ['-odd.txt'] })
    expect(parse('--json articles')).toEqual({ name: 'articles', library: undefined, json: true })
    expect(parse('search who made it')).toEqual({ name: 'search', library: undefined, json: false, words: 'who made it' })
    expect(parse('export --format web-annotation --article 7 --output out.json --force')).toEqual({
      name: 'export', library: undefined, format: 'web-annotation', articleId: '7', output: 'out.json', force: true,
    })
    expect(parse('export --comparison Deal --format docx --output deal.docx')).toEqual({
      name: 'export-comparison', library: undefined, format: 'docx', comparison: 'Deal', output: 'deal.docx', force: false,
    })
    expect(parse('verify --json')).toEqual({ name: 'verify', library: undefined, json: true, file: undefined, repair: false })
    expect(parse('verify --repair')).toMatchObject({ repair: true })
    expect(parse('verify out.csv')).toMatchObject({ file: 'out.csv' })
    expect(parse('serve')).toEqual({ name: 'serve', library: undefined, port: 0 })
    expect(parse('serve --port 8080')).toMatchObject({ port: 8080 })
  })

  it.each(['help', '--help', '-h', 'import --help'])('gives help for %s', (line) => expect(parse(line)).toEqual({ name: 'help' }))
  it('gives the version', () => expect(parse('--version')).toEqual({ name: 'version' }))
})
