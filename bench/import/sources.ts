/** What is imported: each kind of file, at any length. */

export const kinds = ['Text', 'Text with wrapped lines', 'Markdown', 'HTML, a news page', 'HTML, a long page'] as const
export type Kind = (typeof kinds)[number]

const words = ('the ferry between island and mainland was stopped on Thursday because of a storm that nobody had expected said company its ' +
  'passengers were sent home by bus council wants an inquiry into what pilots knew two days before').split(' ')

/** Words from a fixed stream, so that two paragraphs are not the same and every run reads the same text. */
function writer(): (count: number) => string {
  let state = 1
  const next = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return words[(state >>> 8) % words.length]!
  }
  return (count) => `The ${Array.from({ length: count }, next).join(' ')}.`
}

/** About `length` characters, all of them ASCII. */
export function sourceOf(kind: Kind, length: number): { name: string; text: string } {
  const sentence = writer()
  const grown = (piece: (index: number) => string): string => {
    const pieces: string[] = []
    for (let size = 0, index = 0; size < length; index += 1) {
      pieces.push(piece(index))
      size += pieces.at(-1)!.length
    }
    return pieces.join('')
  }
  const paragraph = (): string => `${sentence(14)} ${sentence(22)} ${sentence(9)}`
  switch (kind) {
    case 'Text': return { name: 'a.txt', text: grown(() => `${paragraph()}\n\n`) }
    case 'Text with wrapped lines': return { name: 'a.txt', text: wrapped(grown(() => `${paragraph()} `)) }
    case 'Markdown': return { name: 'a.md', text: grown((index) => (index % 6 ? `${paragraph()} It was *late*, said [the company](https://example.org/${index}).\n\n` : `## ${sentence(5)}\n\n- ${sentence(6)}\n- ${sentence(4)}\n\n> ${sentence(12)}\n\n`)) }
    case 'HTML, a news page': return { name: 'a.html', text: newsPage(grown(() => `<p class="par">${paragraph()} <a href="/all">${sentence(3)}</a></p>\n`), sentence) }
    case 'HTML, a long page': return { name: 'a.html', text: `<!doctype html><title>Long</title>${grown((index) => `<h2>${sentence(4)}</h2><p>${paragraph()} <b>${index}</b> <i>late</i></p><ul><li>${sentence(5)}<li>${sentence(6)}</ul>\n`)}` }
  }
}

/** One paragraph, broken into lines of up to 72 characters. */
function wrapped(text: string): string {
  return text.replace(/(.{1,72}) /g, '$1\n')
}

function newsPage(article: string, sentence: (count: number) => string): string {
  const list = (name: string, count: number): string => `<ul class="${name}">${Array.from({ length: count }, (_, index) => `<li class="item"><a class="link" href="/${name}/${index}"><img src="/${index}.jpg" alt=""><span>${sentence(6)}</span></a></li>`).join('')}</ul>`
  return `<!doctype html><html lang="en"><head><title>Ferry stops | The Gazette</title><meta property="og:site_name" content="The Gazette"><style>${'.a{color:red}'.repeat(400)}</style>
<script>${'window.x=(window.x||0)+1;'.repeat(400)}</script></head><body class="page"><header class="head"><nav class="nav">${list('nav', 40)}</nav></header>
<main><article class="story"><h1>Ferry stops</h1>${article}</article><aside class="related">${list('related', 40)}</aside></main><footer class="foot">${list('foot', 40)}</footer></body></html>`
}
