/** Verifying the library. It reads only; between articles it lets others ask. */
import { setImmediate as others } from 'node:timers/promises'
import type { DamageOffer } from '../../shared/damage.ts'
import type { Difference, Verification } from '../../shared/verify.ts'
import { createQuotationCheck } from './check-quotations.ts'
import { checkCandidates, checkHighlight, checkPlace, checkRevision } from './check-texts.ts'
import type { StoredToCheck, VerifyTable } from './verify-table.ts'

export type VerifyService = ReturnType<typeof createVerifyService>

/** `damage` looks at every row's checksum, and into the backups. */
export function createVerifyService(table: VerifyTable, damage: () => DamageOffer[]) {
  /** One revision's text is held at a time: an article may have many long ones. */
  function verifyArticle(id: string, present: number | null, into: Verification): void {
    const numbers = table.revisionNumbers(id)
    const highlights = table.highlights(id)
    const quotations = createQuotationCheck(table.quotations(id), id)
    into.highlights += highlights.length
    into.ranges += highlights.reduce((sum, { ranges }) => sum + ranges.length, 0)
    into.revisions += numbers.length
    if (present !== null && !numbers.includes(present)) into.differences.push({ kind: 'missing', id, articleId: id, revision: present, sentence: `The article’s revision ${present} is not there.` })
    for (const number of numbers) {
      const revision = table.revision(id, number)
      if (revision) into.differences.push(...checkRevision(revision))
      quotations.see(revision?.text ?? '')
      for (const highlight of highlights) if (highlight.revision === number) into.differences.push(...checkHighlight(highlight, revision?.text))
      if (number === present) for (const highlight of highlights) into.differences.push(...checkPlace(highlight, number, revision?.text), ...checkCandidates(highlight, number, revision?.text))
    }
    for (const highlight of highlights) {
      if (!numbers.includes(highlight.revision)) into.differences.push(...checkHighlight(highlight, undefined))
      into.differences.push(...checkPositions(highlight))
    }
    into.differences.push(...quotations.left())
  }

  function verifyFile(): Difference[] {
    const stray = table.strayInSearch()
    return [
      ...table.structure().map((finding) => ofFile(`The file’s structure is damaged: ${finding}. Restore a backup.`)),
      ...(stray > 0 ? [ofFile(`What search keeps differs from the library in ${stray} ${stray === 1 ? 'row' : 'rows'}.`)] : []),
    ]
  }

  return {
    async verify(): Promise<Verification> {
      const verification: Verification = { revisions: 0, highlights: 0, ranges: 0, differences: [...verifyFile(), ...damage().map(ofDamage)] }
      for (const { id, revision } of table.articles()) {
        verifyArticle(id, revision, verification)
        await others()
      }
      return verification
    },
  }
}

function ofFile(sentence: string): Difference {
  return { kind: 'structure', id: 'library', articleId: '', revision: 0, sentence }
}

/** What is damaged, and what the newest backup that has it whole says instead. */
function ofDamage({ table, row, name, backup }: DamageOffer): Difference {
  const says = backup?.fields.map(({ field, here, there }) => ` Its ${field} there: “${there}”; here: “${here}”.`).join('') ?? ''
  const told = backup ? `The backup of ${backup.madeAt.slice(0, 16).replace('T', ' ')} UTC has it whole.${says}` : 'No backup has it whole.'
  return { kind: 'damaged', id: `${table}-${row}`, articleId: '', revision: 0, sentence: `${name} is not as it was written: damaged, or changed by another program. ${told}` }
}

/** A highlight without any range is told already. */
function checkPositions({ id, articleId, revision, positions }: StoredToCheck): Difference[] {
  return positions.every((position, index) => position === index) ? [] : [{ kind: 'missing', id, articleId, revision, sentence: 'The highlight lacks a range.' }]
}
