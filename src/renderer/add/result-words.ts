import type { Output } from '../../shared/contract.ts'

/** What was new, and what was not. */
export function resultWords(imported: Output<'articles.import'>[]): string {
  const count = (some: Output<'articles.import'>[]): number => some.reduce((sum, one) => sum + one.articles, 0)
  const added = count(imported.filter((one) => !one.existing))
  const known = count(imported.filter((one) => one.existing))
  const had = known > 0 ? `${known} ${known === 1 ? 'was' : 'were'} in the library already.` : ''
  if (added === 0) return `Nothing new: ${had}`
  return [`Added ${added} article${added === 1 ? '' : 's'}${had && '.'}`, had].filter(Boolean).join(' ')
}
