/** Writes the tables of bench/results/*.json into docs/performance.md, between the marks of each bench; the words around them are left alone. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const path = 'docs/performance.md'
let text = existsSync(path) ? readFileSync(path, 'utf8') : '# Performance\n'
for (const file of readdirSync('bench/results').filter((name) => name.endsWith('.json')).sort()) {
  const result = JSON.parse(readFileSync(join('bench/results', file), 'utf8'))
  const [start, end] = [`<!-- ${result.name}: generated, do not edit -->`, `<!-- end of ${result.name} -->`]
  const section = [start, ...result.tables.map(markdown), `Commit ${result.commit}, ${result.machine}, ${result.date}.`, end].join('\n\n')
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  text = from < 0 || to < 0 ? `${text.trimEnd()}\n\n## ${result.title}\n\n${section}\n` : text.slice(0, from) + section + text.slice(to + end.length)
}
writeFileSync(path, text)

function markdown({ caption, columns, rows }) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [`**${caption}**`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}
