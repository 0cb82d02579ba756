/** Whether eight speakers can be told apart, also by readers who see fewer colours, on every ground. */
import { converter, differenceCiede2000, parse, wcagContrast, type Color } from 'culori'
import { describe, expect, test } from 'vitest'
import tokens from './tokens.css?raw'

const speakers = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `--sp-${number}`)
/** Severity 1 of Machado, Oliveira and Fernandes (2009), on linear RGB: what each of red, green, blue is made of. */
const sight = {
  typical: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
const linear = converter('lrgb')

function seenWith(kind: keyof typeof sight, colour: Color): Color {
  const { r, g, b } = linear(colour)
  const [red, green, blue] = sight[kind].map((row) => Math.min(1, Math.max(0, row[0]! * r + row[1]! * g + row[2]! * b)))
  return { mode: 'lrgb', r: red!, g: green!, b: blue! }
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
    const seen = lines.map((line) => seenWith(kind, line))
    const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => difference(one, other)))
    expect(Math.min(...pairs)).toBeGreaterThan(10)
  })

  test('every line stands out from the paper', () => {
    for (const line of [...lines, theme.get('--sp-none')!]) expect(wcagContrast(line, theme.get('--bg-paper')!)).toBeGreaterThanOrEqual(3)
  })
})
