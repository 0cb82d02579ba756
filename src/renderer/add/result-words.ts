import type { Output } from '../../shared/contract.ts'

/** What was new, what was not, and what of a library's file was put right. */
export function resultWords(imported: Output<'articles.import'>[]): string {
  const mended = mendedWords(imported)
  return mended ? `${addedWords(imported).replace(/[^.]$/, '$&.')} ${mended}` : addedWords(imported)
}

/** '' for nothing. */
export function mendedWords(imported: Output<'articles.import'>[]): string {
  const mended = imported.flatMap((one) => one.mended)
  return mended.length === 0 ? '' : `The file did not agree with itself everywhere. ${mended.map((sentence) => `${sentence}.`).join(' ')}`
}

function addedWords(imported: Output<'articles.import'>[]): string {
  const count = (some: Output<'articles.import'>[]): number => some.reduce((sum, one) => sum + one.articles, 0)
  const added = count(imported.filter((one) => !one.existing))
  const back = count(imported.filter((one) => one.fromBin))
  const known = count(imported.filter((one) => one.existing)) - back
  const were = (some: number): string => `${some} ${some === 1 ? 'was' : 'were'}`
  const had = [back > 0 ? `${were(back)} in the bin and ${back === 1 ? 'is' : 'are'} back.` : '', known > 0 ? `${were(known)} in the library already.` : ''].filter(Boolean).join(' ')
  if (added === 0) return back > 0 ? had : `Nothing new: ${had}`
  return [`Added ${added} article${added === 1 ? '' : 's'}${had && '.'}`, had].filter(Boolean).join(' ')
}
