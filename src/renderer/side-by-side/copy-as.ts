/** Compared statements as text for other programs: quotes exactly as in the article, each with its source. */
import { escapeHtml, escapeMarkdown, quoteBlock } from '../../shared/escape-text.ts'
import { guessedWords, withNote } from '../../shared/guessed-details.ts'
import { stanceNames, wordingName } from '../../shared/statement.ts'
import { longDate } from '../marks/citation.ts'
import { differenceInWords, type ComparedStatement } from './compared-statement.ts'

/** CommonMark. */
export function comparedAsMarkdown(compared: ComparedStatement[]): string {
  const baseline = compared.find(({ difference }) => !difference)!
  const title = sharedProposition(compared)
  return [
    ...(title ? [`## ${escapeMarkdown(title)}`] : []),
    ...compared.flatMap((one) => [
      `### ${one.letter}. ${escapeMarkdown(one.speaker?.name ?? 'No speaker yet')}`,
      quoteBlock(one.statement.quote),
      escapeMarkdown(sourceLine(one)),
      escapeMarkdown(factsLine(one, title, baseline.letter)),
      ...(one.statement.note ? [`Note: ${escapeMarkdown(one.statement.note)}`] : []),
    ]),
  ].join('\n\n') + '\n'
}

/** A fragment of HTML, to stand within a body. `languages` has the BCP 47 tag of each statement, where it is known. */
export function comparedAsHtml(compared: ComparedStatement[], languages: Map<string, string>): string {
  const baseline = compared.find(({ difference }) => !difference)!
  const title = sharedProposition(compared)
  return [
    ...(title ? [`<h2 dir="auto">${escapeHtml(title)}</h2>`] : []),
    ...compared.flatMap((one) => {
      const language = languages.get(one.statement.id)
      return [
        `<h3 dir="auto">${one.letter}. ${escapeHtml(one.speaker?.name ?? 'No speaker yet')}</h3>`,
        `<blockquote dir="auto"${language ? ` lang="${escapeHtml(language)}"` : ''}><p>${escapeHtml(one.statement.quote).replaceAll('\n', '<br>')}</p></blockquote>`,
        `<p dir="auto"><cite>${escapeHtml(sourceLine(one))}</cite></p>`,
        `<p dir="auto">${escapeHtml(factsLine(one, title, baseline.letter))}</p>`,
        ...(one.statement.note ? [`<p dir="auto">Note: ${escapeHtml(one.statement.note).replaceAll('\n', '<br>')}</p>`] : []),
      ]
    }),
  ].join('\n') + '\n'
}

/** "" where they are on different issues. */
function sharedProposition(compared: ComparedStatement[]): string {
  const [first, ...others] = new Set(compared.map(({ proposition }) => proposition))
  return others.length === 0 ? first ?? '' : ''
}

/** "Harbour Wire, “Bridge is safe”, 26 April 2017, ¶ 2" */
function sourceLine({ statement: { publisher, articleTitle, paragraph, guessed }, published }: ComparedStatement): string {
  const cited = [publisher, `“${articleTitle}”`, longDate(published), `¶ ${paragraph}`].filter(Boolean).join(', ')
  return withNote(cited, guessedWords(guessed, ['publisher', 'title', 'published']))
}

function factsLine({ statement, reportedBy, proposition, difference }: ComparedStatement, title: string, baseline: string): string {
  const { stance, caveat, dateSaid } = statement
  return [
    stance ? stanceNames[stance] : 'No stance yet', wordingName(statement), caveat, reportedBy && `according to ${reportedBy.name}`, dateSaid && `said ${longDate(dateSaid)}`,
    !title && proposition && `on “${proposition}”`, difference ? `against ${baseline}: ${differenceInWords(difference)}` : 'baseline',
  ].filter(Boolean).join(' · ')
}
