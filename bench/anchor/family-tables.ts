/** Highlights of what speakers say, carried over each family of edits in each language. */
import { families, type Family } from './families.ts'
import { percent, whole, type Table } from './figures.ts'
import { judgeFamily, newTally, QUOTES, type FamilyTally } from './judge-families.ts'
import { languages, type Language } from './languages.ts'
import { clausesOf } from './speakers-text.ts'

interface Cell { family: Family; language: Language; tally: FamilyTally }

/** `placements` in all, as many in each family and language; `seed` a whole number. */
export function familyTables(prose: string[], placements: number, seed: number): Table[] {
  const clauses = clausesOf(prose)
  const articles = Math.ceil(placements / QUOTES / families.length / languages.length)
  let article = 0
  const cells = families.flatMap((family) => languages.map((language): Cell => {
    const tally = newTally()
    for (let k = 0; k < articles; k++) judgeFamily(family, language, clauses, Math.imul(seed, 1_000_003) + article++, tally)
    for (const example of tally.examples) if (example.startsWith('SILENT')) console.log(`${family.name}: ${example}`)
    return { family, language, tally }
  }))
  const all = `${whole(articles * QUOTES * cells.length)} highlights of what speakers say, seed ${seed}`
  return [
    { caption: `${all}, by family. Aims: none silently on another’s words, 97 % placed where one reading is left`, columns: ['Family', ...columns], rows: families.map((family) => [family.name, ...figures(cells.filter((one) => one.family === family))]) },
    { caption: `${all}, by language`, columns: ['Language', ...columns], rows: languages.map((language) => [language.tag, ...figures(cells.filter((one) => one.language === language))]) },
    {
      caption: `${all}, ${whole(articles * QUOTES)} in each cell: placed without asking where one reading is left, and how many silently on other words if any`,
      columns: ['Family', ...languages.map(({ tag }) => tag)], rows: families.map((family) => [family.name, ...languages.map((language) => inShort(cells.find((one) => one.family === family && one.language === language)!))]),
    },
  ]
}

const columns = ['Placements', 'Silent', 'One reading left', 'of them placed', 'Two readings left', 'of them placed right', '“Said by another?”', 'Reworded', 'Lost']

function figures(cells: Cell[]): string[] {
  const sum = (count: (tally: FamilyTally) => number): number => cells.reduce((total, { tally }) => total + count(tally), 0)
  const [all, standing, twice] = [sum((one) => one.placements), sum((one) => one.standing), sum((one) => one.twice)]
  return [
    whole(all), String(sum((one) => one.silent)), whole(standing), percent(sum((one) => one.standingPlaced), standing), whole(twice), percent(sum((one) => one.twicePlaced), twice),
    ...(['said-by-another', 'reworded', 'lost'] as const).map((state) => percent(sum(({ states }) => states[state]), all)),
  ]
}

function inShort({ tally: { standingPlaced, standing, silent } }: Cell): string {
  return `${percent(standingPlaced, standing)}${silent > 0 ? ` (${silent} silent)` : ''}`
}
