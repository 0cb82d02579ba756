import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../shared/body.ts'
import { piecesOf } from './markdown-pieces.ts'
import { readMarkdown } from './markdown.ts'
import { withoutTags } from './without-tags.ts'

describe('a long text, parsed in pieces', () => {
  const section = `## A heading

A paragraph with **bold** words, a [link][ferry] and [another], and a note.[^1]

- one
- two

  more of two

  - three

      code in three

1. first

2. second

> a quote
>
> goes on

\`\`\`
x = 1

## no heading
[ferry]: https://wrong.example/
\`\`\`

~~~~ text
~~~

no end yet

~~~~

<!-- a comment

no paragraph

-->

<pre>
a

b
</pre>

| a | b |
|---|---|
| c | d |

A last line.

`
  const references = '[Ferry]: https://example.org/ferry "The ferry"\n[another]:\n  <https://example.org/another>\n\n[^1]: The note.\n'

  it('is what it is parsed whole', () => {
    const once = readMarkdown(`${section}${references}`).blocks
    const note = once.at(-1)!
    expect(blockText(note)).toBe('[1] The note.')
    const times = 200
    const { blocks } = readMarkdown(`${section.repeat(times)}${references}`)
    expect(piecesOf(section.repeat(times)).length).toBeGreaterThan(2)
    expect(blocks).toEqual([...Array.from({ length: times }, () => once.slice(0, -1)).flat(), note])
  })
  it('no piece is much longer than another, whatever stands in it', () => {
    const lengths = piecesOf(section.repeat(2000)).map(({ length }) => length)
    expect(lengths.reduce((sum, length) => sum + length)).toBe(section.length * 2000)
    expect(Math.max(...lengths)).toBeLessThan(2 * 8192)
  })
  it('thousands of headings, lists and quotes, whose time doubled fourfold', () => {
    expect(readMarkdown('## Head\n\nA **bold** and [link](https://x.org/a).\n\n- one\n- two\n\n> quote\n\n'.repeat(3000)).blocks).toHaveLength(15_000)
  })
  it('leaves the words as they are where nothing can be parted', () => {
    const source = `\`\`\`\n${'x\n\n'.repeat(20_000)}`
    expect(piecesOf(source)).toEqual([{ source, length: source.length }])
  })
})

describe('lists and quotes inside each other', () => {
  it.each([
    ['lists', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')], ['lists in a line', `${'- '.repeat(1000)}x`],
    ['quotes', `${'>'.repeat(100_000)} x`], ['numbered lists', Array.from({ length: 500 }, (_, depth) => `${'   '.repeat(depth)}1. x`).join('\n')],
  ])('are refused: %s', (_, source) => {
    expect(() => readMarkdown(source)).toThrow(RangeError)
  })
  it('a line of many signs is none of them, nor is what stands in code', () => {
    expect(readMarkdown(`a\n\n${'- '.repeat(300)}\n\n${'* '.repeat(300)}\n\n\`\`\`\n${' '.repeat(300)}- x\n\`\`\``).blocks.map(({ type }) => type)).toEqual(['paragraph', 'rule', 'rule', 'code'])
  })
})

describe('HTML in Markdown', () => {
  it('leaves its words', () => {
    expect(withoutTags('<div onclick="x()">a <b>b</b><br/>c<!-- d > --><script>e()</script><STYLE>f</Style>g <h')).toBe(' a  b \nc  g <h'.replace('c  g', 'c   g'))
    expect(withoutTags('a<!-- b > c')).toBe('a  c')
    expect(withoutTags('a<script>b')).toBe('a ')
    expect(withoutTags('a<brick>b')).toBe('a b')
  })
  it('is no tag more', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '<!--', '-->', '<script>', '</script>', '<br>', '<b x=1>', 'a', ' ', '\n'), { maxLength: 30 }), (parts) => {
      expect(withoutTags(parts.join(''))).not.toMatch(/<[^>]*>/)
    }))
  })
  it.each(['<', '<!--', '<script ', '<a <!--', '<br'])('a million beginnings without an end: %s', (beginning) => {
    expect(withoutTags(beginning.repeat(1_000_000)).length).toBeLessThanOrEqual(beginning.length * 1_000_000)
  })
})
