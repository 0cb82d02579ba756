/** What the screen, its summary and its copies say about each statement. */
import type { MeaningDifference, MeaningKind } from '../../shared/compare/meaning.ts'
import type { Speaker } from '../../shared/speaker.ts'
import type { StatementInContext } from '../../shared/statement.ts'

export const LETTERS = ['A', 'B', 'C', 'D']

export interface ComparedStatement {
  /** "A" */
  letter: string
  statement: StatementInContext
  speaker: Speaker | undefined
  reportedBy: Speaker | undefined
  proposition: string
  /** When the article appeared, '' for unknown. */
  published: string
  /** Null for the baseline. */
  difference: MeaningDifference | null
}

const kindNames: Record<MeaningKind, [one: string, several: string]> = {
  negation: ['negation', 'negations'], modal: ['modal or hedge', 'modals or hedges'], number: ['number or date', 'numbers or dates'], name: ['name', 'names'],
}

export function kindName(kind: MeaningKind, count = 1): string {
  return kindNames[kind][count === 1 ? 0 : 1]
}

/** "4 words added, 5 left out; 1 negation, 1 number or date": what a screen reader hears and a copy says. */
export function differenceInWords({ runs, added, leftOut, changes }: MeaningDifference): string {
  if (runs.every(({ kind }) => kind === 'same')) return 'The same words'
  if (!added && !leftOut) return 'The same words, other punctuation'
  const words = [added && `${added} ${added === 1 ? 'word' : 'words'} added`, leftOut && `${added ? leftOut : `${leftOut} ${leftOut === 1 ? 'word' : 'words'}`} left out`].filter(Boolean).join(', ')
  const telling = Object.entries(changes).filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kindName(kind as MeaningKind, count)}`)
  return telling.length > 0 ? `${words}; ${telling.join(', ')}` : words
}

export interface TellingChange {
  kind: MeaningKind
  leftOut: string
  added: string
  /** How often in this text. */
  times: number
}

/** The differences that change meaning, in the order of the text, each once; what stands in the place of another is one. */
export function tellingChanges({ runs }: MeaningDifference): TellingChange[] {
  const found: TellingChange[] = []
  let open: TellingChange[] = []
  for (const { kind, meaning, text } of runs) {
    if (kind === 'same' && /[\p{L}\p{N}]/u.test(text)) open = []
    if (kind === 'same' || !meaning) continue
    const side = kind === 'added' ? 'added' : 'leftOut'
    const match = open.find((change) => change.kind === meaning && change[side] === '')
    if (match) match[side] = text.trim()
    else {
      const change = { kind: meaning, leftOut: '', added: '', times: 1, [side]: text.trim() }
      open.push(change)
      found.push(change)
    }
  }
  return [...Map.groupBy(found, ({ kind, leftOut, added }) => [kind, leftOut, added].join('\n').toLowerCase()).values()].map((same) => ({ ...same[0]!, times: same.length }))
}
