/** What of the chosen part of the library an export did not write, as sentences to be read before saving. */
import type { LibraryContents } from '../../shared/export.ts'
import { owners, thingNames, thingsIn, type Kind, type Thing } from './library-things.ts'
import type { Written } from './written.ts'

/** "2 drafts", "134 of 1134 statements: …". What is said of a thing that is missing itself goes without saying. */
export function lossesOf(chosen: LibraryContents, written: Written): string[] {
  const isTold = ({ kind, key }: Thing): boolean => {
    const owner = owners[kind]
    return owner === undefined || written.has(owner, key.split(' ', 1)[0]!)
  }
  const byKind = Map.groupBy(thingsIn(chosen).filter(isTold), ({ kind }) => kind)
  return (Object.keys(thingNames) as Kind[]).flatMap((kind) => {
    const all = byKind.get(kind) ?? []
    const missing = all.filter(({ key }) => !written.has(kind, key))
    return missing.length === 0 ? [] : [countWords(kind, missing.length, all.length) + reasonFor(kind, missing, chosen)]
  })
}

function countWords(kind: Kind, missing: number, all: number): string {
  const [one, several] = thingNames[kind]
  return missing === all ? `${missing} ${missing === 1 ? one : several}` : `${missing} of ${all} ${several}`
}

/** Where there is one thing to do about it. */
function reasonFor(kind: Kind, missing: Thing[], { statements }: LibraryContents): string {
  if (kind !== 'statement') return ''
  const placed = new Set(statements.filter(({ speakerId, issueId }) => speakerId && issueId).map(({ id }) => id))
  return missing.some(({ key }) => placed.has(key)) ? '' : `, without a speaker or an issue: set ${missing.length === 1 ? 'it' : 'them'} and export again`
}
