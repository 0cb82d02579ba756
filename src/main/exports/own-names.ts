/** A file of two libraries, or of an older Counterpoint, may have one name twice; in a library each is one thing's. */
import type { Mended } from '../formats/agreement.ts'
import type { OutlineContents } from '../formats/library-outline.ts'
import { foldName } from '../../shared/same-name.ts'

export function withOwnNames(contents: OutlineContents, mended: Mended): OutlineContents {
  return {
    ...contents,
    speakers: numbered(contents.speakers, 'name', mended),
    issues: numbered(contents.issues, 'proposition', mended),
    tags: numbered(contents.tags, 'name', mended),
    collections: numbered(contents.collections, 'name', mended),
  }
}

/** The second Ana is "Ana 2". */
function numbered<K extends 'name' | 'proposition', T extends Record<K, string>>(things: T[], key: K, mended: Mended): T[] {
  const taken = new Set(things.map((one) => foldName(one[key])))
  const seen = new Set<string>()
  return things.map((one) => {
    const name = one[key]
    if (!seen.has(foldName(name))) {
      seen.add(foldName(name))
      return one
    }
    mended.add('name')
    let number = 2
    const withNumber = (): string => `${name.slice(0, 490).toWellFormed().trimEnd()} ${number}`
    while (taken.has(foldName(withNumber()))) number += 1
    taken.add(foldName(withNumber()))
    return { ...one, [key]: withNumber() }
  })
}
