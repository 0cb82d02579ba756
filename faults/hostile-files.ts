/** Files made in code that once took minutes, gigabytes or the program down, or that are like those. */
import { gzipSync } from 'node:zlib'
import type { FaultTools } from './fault.ts'

export interface HostileFile {
  name: string
  bytes: Uint8Array
  what: string
}

const sentence = 'The ferry between the island and the mainland was stopped on Thursday because of a storm that nobody had expected. '
const page = (body: string, head = ''): string => `<!doctype html><html><head>${head}</head><body class="page"><article>${body}</article></body></html>`
const nested = (tag: string, times: number): string => page(`${`<${tag}>`.repeat(times)}Words.`)
const numbered = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('')

export function hostileFiles(random: FaultTools['random']): HostileFile[] {
  const all = { txt: texts(), md: markdown(), html: { ...deep, ...wide, ...odd }, bin: bytes(random) }
  return Object.entries(all).flatMap(([kind, files]) =>
    Object.entries(files).map(([what, content], index) => ({
      name: `${kind}-${index}.${kind === 'bin' ? 'txt' : kind}`,
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
      what: `${kind}: ${what}`,
    })))
}

function texts(): Record<string, string> {
  return {
    '39 comments and no page': `${'<!--x-->'.repeat(39)} and words.`,
    'a wrapped book of 5 MB without a blank line': wrapped(5_000_000),
    'sixteen million letters': 'a'.repeat(16_000_000),
    'a million marks on one letter': `e${'\u0323\u0301'.repeat(500_000)} and words.`,
    'a million spaces': `Words${' '.repeat(1_000_000)}and more.`,
    'a million lines': `Words.${'\n'.repeat(1_000_000)}More.`,
    'a hundred thousand list items': 'Items\n\n' + '- one of them\n'.repeat(100_000),
    'a line that nearly is a rule': `Words.\n\n${'-'.repeat(1_000_000)}x`,
    'words broken at every line': `Book\n\n${`${'well-'.repeat(12)}\nknown words of the ferry that nobody had expected there at all\n`.repeat(20_000)}`,
    'controls and overrides': `Words \u202Edesrever\u202C and \u0007 bells \u200B\uFEFF. ${sentence}`,
    'more than may be imported': 'word '.repeat(4_500_000),
  }
}

function wrapped(length: number): string {
  const words = sentence.repeat(length / sentence.length).split(' ')
  const lines: string[] = []
  for (let at = 0; at < words.length; at += 12) lines.push(words.slice(at, at + 12).join(' '))
  return lines.join('\n')
}

function markdown(): Record<string, string> {
  return {
    'lists a thousand deep': numbered(1000, (depth) => `${'  '.repeat(depth)}- item\n`),
    'quotes a hundred thousand deep': `${'>'.repeat(100_000)} words`,
    'a million <': `<div>\n${'<'.repeat(1_000_000)}`,
    'a hundred thousand comments begun': `<div>\n${'<!--'.repeat(100_000)}`,
    'scripts begun': `Words\n\n<div>\n${'<script '.repeat(100_000)}`,
    'brackets': '['.repeat(20_000),
    'emphasis begun': '**a_ '.repeat(5000),
    'backticks of every length': numbered(300, (index) => `${'`'.repeat(index + 1)} `),
    'a thousand headings with lists and quotes': '## Head\n\n- one\n- two\n\n> quote\n\n'.repeat(1000),
    'definitions': `${numbered(3000, (index) => `[d${index}]: https://example.org/${index}\n`)}\n[d7] words`,
    'front matter without end': `---\n${'key: value\n'.repeat(20_000)}`,
    'a row of ten thousand cells': `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n${'|b'.repeat(10_000)}|\n`,
    'script addresses': '[a](javascript:alert(1)) <javascript:alert(1)> ![b](data:text/html,x) <img src=x onerror=alert(1)> words',
  }
}

const deep: Record<string, string> = {
  '2 000 unknown elements deep': nested('x-y', 2000), '100 000 deep': nested('div', 100_000), '10 000 small': nested('small', 10_000), '999 div': nested('div', 999),
  '900 tables': nested('table><tr><td', 900), '5 000 lists': nested('ul><li', 5000), '5 000 fonts': nested('font color=1', 5000), '5 000 svg groups': nested('svg><g', 5000),
  '5 000 templates': nested('template', 5000), '5 000 links': nested('a href=x><p', 5000), 'data in data': page(sentence, `<script type="application/ld+json">${'['.repeat(100_000)}</script>`),
}

const wide: Record<string, string> = {
  'a picture of 10 MB in the page': page(`<p>${sentence}</p><img alt="A boat" src="data:image/png;base64,${'iVBO'.repeat(2_500_000)}">`),
  '20 000 cells in a row': page(`<table><tr>${'<td>a'.repeat(20_000)}</table>`), '20 000 headings': page('<h1>Words'.repeat(20_000)),
  '20 000 paragraphs in an item': page(`<ul><li>${'<p>words'.repeat(20_000)}</ul>`), '100 000 attributes': page(`<p ${numbered(100_000, (index) => `a${index} `)}>${sentence}`),
  '500 000 links': page('<a href=/b>words</a> '.repeat(500_000)), '50 000 line breaks': page('words<br><br>'.repeat(50_000)),
  'marks in elements of their own': page(`e${'<b>\u0301</b><i>\u0323</i>'.repeat(50_000)}`), 'a million entities': page('&eacute;'.repeat(1_000_000)),
  '100 000 meta elements': page(sentence, '<meta name=author content=Ann>'.repeat(100_000)), 'a title of a megabyte': page(sentence, `<title>${sentence.repeat(10_000)}</title>`),
  'pictures and what stands for them': page(`${sentence}${'<img src=a.png><noscript><img src=b.png></noscript>'.repeat(2000)}`), 'a megabyte of spaces': page(`<p>a${' '.repeat(1_000_000)}b<pre>a${' '.repeat(1_000_000)}b`),
}

const odd: Record<string, string> = {
  'a style sheet that can’t be read': page(`<style>.a{width:calc($a)}</style><p style="width:calc($a)">${sentence}`),
  'elements in each other’s way': page('<b><p>a</b>b<table><i>c</table><a>d<a>e</p>'.repeat(2000)),
  'what runs': page(`<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg><a href="javascript:alert(1)">${sentence}</a><iframe srcdoc="<script>alert(1)</script>">`),
  'no end to anything': `<!doctype html><title>Words</title><p class="a" title="${sentence.repeat(1000)}`,
  'text that nothing ends': page(`${sentence}<plaintext><script>alert(1)</script>`), 'frames alone': '<!doctype html><frameset><frame src="a.html"></frameset>',
}

function bytes(random: FaultTools['random']): Record<string, Uint8Array> {
  return {
    'a mark of byte order alone': Buffer.from('\uFEFF'), 'zeros': new Uint8Array(1_000_000), 'any bytes': Uint8Array.from({ length: 200_000 }, () => random(256)),
    'something packed': gzipSync(Buffer.alloc(10_000_000)), 'half a character': Buffer.concat([Buffer.from(sentence), Uint8Array.of(0xe2, 0x82)]),
    'UTF-16 cut in two': Buffer.from(`\uFEFF${sentence}`, 'utf16le').subarray(0, 101), 'lone surrogates': Buffer.from(`\uFEFFWords \uD800 and \uDC00.`, 'utf16le'),
  }
}
