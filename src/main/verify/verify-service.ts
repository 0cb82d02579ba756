/** Verifying the library. It reads only; between articles it lets others ask. */
import { setImmediate as others } from 'node:timers/promises'
import type { Verification } from '../../shared/verify.ts'
import { checkHighlight, checkPlace, checkRevision } from './check-texts.ts'
import type { VerifyTable } from './verify-table.ts'

export type VerifyService = ReturnType<typeof createVerifyService>

export function createVerifyService(table: VerifyTable) {
  /** One revision's text is held at a time: an article may have many long ones. */
  function verifyArticle(id: string, present: number | null, into: Verification): void {
    const numbers = table.revisionNumbers(id)
    const highlights = table.highlights(id)
    into.highlights += highlights.length
    into.ranges += highlights.reduce((sum, { ranges }) => sum + ranges.length, 0)
    into.revisions += numbers.length
    if (present !== null && !numbers.includes(present)) into.differences.push({ kind: 'missing', id, articleId: id, revision: present, sentence: `The article’s revision ${present} is not there.` })
    for (const number of numbers) {
      const revision = table.revision(id, number)
      if (revision) into.differences.push(...checkRevision(revision))
      for (const highlight of highlights) if (highlight.revision === number) into.differences.push(...checkHighlight(highlight, revision?.text))
      if (number === present) for (const highlight of highlights) into.differences.push(...checkPlace(highlight, number, revision?.text))
    }
    for (const highlight of highlights) if (!numbers.includes(highlight.revision)) into.differences.push(...checkHighlight(highlight, undefined))
  }

  return {
    async verify(): Promise<Verification> {
      const verification: Verification = { revisions: 0, highlights: 0, ranges: 0, differences: [] }
      for (const { id, revision } of table.articles()) {
        verifyArticle(id, revision, verification)
        await others()
      }
      return verification
    },
  }
}
