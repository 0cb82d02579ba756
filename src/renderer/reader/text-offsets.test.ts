import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { offsetAt, rangeAt, spanOf, textMapOf, trimSpan, type TextMap } from './text-offsets.ts'

const text = 'One two three\n\nFour 🙂 five\nSix'

function aMap(): TextMap {
  const { document } = new JSDOM(`<section>
    <p data-start="0">One <b>two</b> three</p>
    <p data-start="14"></p>
    <ul><li data-start="15">Four 🙂 <a href="#">five</a></li></ul>
    <p data-start="28">Six</p>
  </section>`).window
  return textMapOf(document.querySelector('section') as unknown as HTMLElement)
}

describe('text offsets', () => {
  it('find the same words in the page as in the canonical text, for every span', () => {
    const map = aMap()
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const range = rangeAt(map, { start, end })
        const shown = text.slice(start, end).replaceAll('\n', '')
        expect(range.toString().replace(/\n */g, '')).toBe(shown)
        const back = spanOf(map, range)
        expect(text.slice(back.start, back.end).trim()).toBe(text.slice(start, end).trim())
      }
    }
  })

  it('put a place between blocks at the end of the block before it', () => {
    const map = aMap()
    expect(offsetAt(map, map.root, 0)).toBe(0)
    expect(offsetAt(map, map.root, 2)).toBe(13)
    expect(offsetAt(map, map.root, map.root.childNodes.length)).toBe(text.length)
  })

  it('put a place outside the text at its nearer end', () => {
    const map = aMap()
    expect(offsetAt(map, map.root.ownerDocument.body, 0)).toBe(0)
    expect(offsetAt(map, map.root.ownerDocument.body, map.root.ownerDocument.body.childNodes.length)).toBe(text.length)
  })

  it('count UTF-16 code units', () => {
    const map = aMap()
    const link = map.root.querySelector('a')!.firstChild!
    expect(offsetAt(map, link, 0)).toBe(text.indexOf('five'))
  })
})

describe('trimSpan', () => {
  it('leaves out white space at the ends', () => {
    expect(trimSpan(text, { start: 3, end: 15 })).toEqual({ start: 4, end: 13 })
    expect(trimSpan(text, { start: 13, end: 15 })).toBeNull()
  })
})
