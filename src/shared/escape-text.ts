/** Text written so that Markdown (CommonMark) and HTML read it back to the same characters. */

/**
 * The text as one inline run, on one or more source lines. Its line breaks are hard breaks; `next` begins each further
 * line (a quote's "> "). White space that Markdown would drop is written as character references.
 */
export function escapeMarkdown(text: string, next = ''): string {
  const lines = text.split('\n').map(escapeLine)
  let first = 0
  while (first < lines.length - 1 && lines[first] === '') first += 1
  let last = lines.length - 1
  while (last > first && lines[last] === '') last -= 1
  const inner = lines.slice(first, last + 1)
  const body = inner.reduce((written, line, index) => {
    if (index === 0) return line
    // Between hard breaks no line may be empty: an empty one ends the paragraph.
    return inner[index - 1] === '' || line === '' ? `${written}&#10;${line}` : `${written}\\\n${next}${line}`
  }, '')
  return '&#10;'.repeat(first) + body + '&#10;'.repeat(lines.length - 1 - last)
}

/** What makes a link of bare text in GFM: it would run on to the next white space and swallow every escape on the way. */
const addressSigns = /:(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=[\w.-])/gi

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_~<>|[\]]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '&amp;')
    .replace(/^(\s*)([#+=-]|:(?=-))/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(addressSigns, '\\$&')
    .replace(/\\\[…\\\](?![(:]|\\\[)/g, '[…]')
    .replace(/\t/g, '&#9;')
    .replace(/^ +| +$| {2,}/g, (spaces) => '&#32;'.repeat(spaces.length))
}

/** A quote of one or more ranges as a block quote. */
export function quoteBlock(quote: string): string {
  return `> ${escapeMarkdown(quote, '> ')}`
}

/** For element content and attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
