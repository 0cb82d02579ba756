import type { Output } from '../../shared/contract.ts'

/** What was new, and what was not. */
export function resultWords(imported: Output<'articles.import'>[]): string {
  const count = (some: Output<'articles.import'>[]): number => some.reduce((sum, one) => sum + one.articles, 0)
  const added = count(imported.filter((one) => !one.existing))
  const back = count(imported.filter((one) => one.fromBin))
  const known = count(imported.filter((one) => one.existing)) - back
  const were = (some: number): string => `${some} ${some === 1 ? 'was' : 'were'}`
  const had = [back > 0 ? `${were(back)} in the bin and ${back === 1 ? 'is' : 'are'} back.` : '', known > 0 ? `${were(known)} in the library already.` : ''].filter(Boolean).join(' ')
  if (added === 0) return back > 0 ? had : `Nothing new: ${had}`
  return [`Added ${added} article${added === 1 ? '' : 's'}${had && '.'}`, had].filter(Boolean).join(' ')
}
