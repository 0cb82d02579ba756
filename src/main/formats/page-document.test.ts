import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { documentOfPage } from './page-document.ts'

/** A tree as text; what both name differently or leave out is not in it. */
function shown(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  if (node.nodeType !== 1) return ''
  const { localName, attributes, childNodes } = node as Element
  return `<${localName}${[...attributes].map(({ name, value }) => ` ${name}=${value}`).sort().join('')}>${[...childNodes].map(shown).join('')}</${localName}>`
}

describe('a page is parsed as browsers parse it', () => {
  it.each([
    '<p>a<p>b<div>c<p>d</div>e', 'text alone', '<title>a</title>b', '<!doctype html><p>a<table><tr><td>b', '<p>a<table>quirks<tr><td>b',
    '<b><p>a<i>b</b>c</i>d', '<a href=x>a<div>b<a href=y>c</a>d', '<ul><li>a<li>b<ul><li>c</ul>d</ul>e',
    '<svg><desc>a<p>b</desc><foreignObject><p>c</p></foreignObject></svg>d', '<math><mi>x<annotation-xml encoding="text/html"><p>y</annotation-xml></math>z',
    '<template><p>a</template>b', '<noscript><p>a</p></noscript>b', '<select><option>a<option>b</select>c', '<textarea><p>a</textarea>b', '<pre>\n\na</pre>',
    '<form><form>a</form>b</form>c', '<h1>a<h2>b</h1>c', '<button>a<button>b', '<dl><dt>a<dd>b<dt>c</dl>',
    '&amp;&lt;b&gt;&notit;&#0;&#x80;&#xD800;', 'a\u0000b\r\nc', '<p x=1 X=2 y>a', '<x-y a=b>c<image src=d>e</x-y>', '<table><caption>a<p>b<tbody><tr><th>c',
  ])('%s', (source) => {
    expect(shown(documentOfPage(source).documentElement)).toBe(shown(new JSDOM(source).window.document.documentElement))
  })
})

// In these jsdom is not as the standard says.
it('text in a table stands before it, and a second body adds what the first has not', () => {
  expect(shown(documentOfPage('<!doctype html><table><tr>foster<td>b').body)).toBe('<body>foster<table><tbody><tr><td>b</td></tr></tbody></table></body>')
  expect(shown(documentOfPage('<body class=x><p>a<body class=y id=z>b').body)).toBe('<body class=x id=z><p>ab</p></body>')
})

describe('what no reader needs', () => {
  it('scripts, style sheets and comments hold nothing, but for data about the page', () => {
    const { documentElement } = documentOfPage('<script>run()</script><style>.a{width:calc($a)}</style><script type="application/LD+json">{"a":1}</script><!-- no --><p style="width:calc($a)">Words')
    expect(shown(documentElement)).toBe('<html><head><script></script><style></style><script type=application/LD+json>{"a":1}</script></head><body><p style=width:calc($a)>Words</p></body></html>')
  })
  it('a picture written into the page is cut short, and attributes past the hundredth are left out', () => {
    const document = documentOfPage(`<img alt="A boat" src="data:image/png;base64,${'A'.repeat(10_000_000)}"><p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>Words`)
    expect(document.querySelector('img')!.getAttribute('src')).toHaveLength(4096)
    expect(document.querySelector('p')!.attributes).toHaveLength(100)
  })
})

describe('elements inside elements', () => {
  it.each(['div', 'x-y', 'small', 'b', 'blockquote', 'ul><li', 'table><tr><td', 'svg><g', 'font color=1'])('a page without end: %s', (tag) => {
    expect(() => documentOfPage(`<${tag}>`.repeat(100_000))).toThrow(RangeError)
  })
  it('as deep as browsers keep them', () => {
    expect(documentOfPage(`${'<div>'.repeat(500)}Words`).body.textContent).toBe('Words')
  })
  it('one after another is not deep', () => {
    expect(documentOfPage('<small>a</small><p>b<br>'.repeat(10_000)).querySelectorAll('p')).toHaveLength(10_000)
  })
})
