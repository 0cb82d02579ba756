/** Whether eight speakers can be told apart, also by readers who see fewer colours, on every ground. */
import { readFileSync } from 'node:fs'
import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse, wcagContrast, type Color } from 'culori'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const speakers = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `--sp-${number}`)
const sight = {
  typical: (colour: Color) => colour,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
}
const difference = differenceCiede2000()

/** A theme's values, over those of light. */
function themeOf(name: string): Map<string, Color> {
  const light = tokens.slice(tokens.indexOf(':root'), tokens.indexOf('[data-theme="dark"]'))
  const own = name === 'light' ? '' : tokens.slice(tokens.indexOf(`[data-theme="${name}"]`)).replace(/\}[^]*/, '')
  return new Map([...`${light}${own}`.matchAll(/(--[\w-]+):\s*(#[0-9A-F]{6})\b/gi)].map(([, token, value]) => [token!, parse(value!)!]))
}

describe.each(['light', 'dark', 'sepia'])('%s', (name) => {
  const theme = themeOf(name)
  const lines = speakers.map((token) => theme.get(token)!)

  test.each(Object.keys(sight) as (keyof typeof sight)[])('speakers differ in %s vision', (kind) => {
    const seen = lines.map((line) => sight[kind](line))
    const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => difference(one, other)))
    expect(Math.min(...pairs)).toBeGreaterThan(10)
  })

  test('every line stands out from the paper', () => {
    for (const line of [...lines, theme.get('--sp-none')!]) expect(wcagContrast(line, theme.get('--bg-paper')!)).toBeGreaterThanOrEqual(3)
  })
})
