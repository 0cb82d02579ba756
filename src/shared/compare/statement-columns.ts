/**
 * All statements without their words, as few characters as 20 000 of them need: what positions, filters, tallies and the
 * timeline are made from. The words of those in view are asked for apart (`statements.list` with `ids`).
 */
import * as v from 'valibot'
import { detailNames, type DetailName } from '../article.ts'
import { stances, wordings, type Stance, type Wording } from '../statement.ts'
import { Count, Id } from '../values.ts'

export const MarkedArticle = v.object({ id: Id, title: v.string(), publisher: v.string(), published: v.string(), guessed: v.array(v.picklist(detailNames)), tagIds: v.array(Id), collectionIds: v.array(Id) })
export type MarkedArticle = v.InferOutput<typeof MarkedArticle>

const Place = v.pipe(v.number(), v.safeInteger(), v.minValue(-1))

/** Columns of one table: the nth entry of each belongs to the nth statement. Numbers are places in `articles`, `speakers`, `issues`, `stances`, `wordings`; -1 is none. */
export const StatementColumns = v.object({
  articles: v.array(MarkedArticle),
  speakers: v.array(Id),
  issues: v.array(Id),
  ids: v.array(Id),
  article: v.array(Place),
  speaker: v.array(Place),
  issue: v.array(Place),
  stance: v.array(Place),
  wording: v.array(Place),
  /** 1 where the wording is a guess. */
  guessed: v.array(Place),
  /** When it was said or, unknown that, when the article appeared; '' for neither. */
  date: v.array(v.string()),
  /** 1 where `date` is the date said. */
  dated: v.array(Place),
  /** Tags of the highlight, of those that have any: [place of the statement, tag]. */
  tags: v.array(v.tuple([Count, Id])),
})
export type StatementColumns = v.InferOutput<typeof StatementColumns>

/** A statement without its words. */
export interface StatementMark {
  id: string
  speakerId: string | null
  issueId: string | null
  stance: Stance | null
  wording: Wording
  wordingGuessed: boolean
  /** When it was said or, unknown that, when the article appeared; '' for neither. */
  date: string
  isDateSaid: boolean
  articleId: string
  articleTitle: string
  publisher: string
  /** Which of the article's details are guesses. */
  guessed: DetailName[]
}

/** A mark with what filters ask for besides. */
export interface FilteredMark extends StatementMark {
  article: MarkedArticle
  /** Of the highlight. */
  tagIds: string[]
}

export function marksOf(columns: StatementColumns): FilteredMark[] {
  const tags = Map.groupBy(columns.tags, ([at]) => at)
  return columns.ids.map((id, at) => {
    const article = columns.articles[columns.article[at]!]!
    return {
      id, article, articleId: article.id, articleTitle: article.title, publisher: article.publisher, guessed: article.guessed,
      speakerId: columns.speakers[columns.speaker[at]!] ?? null, issueId: columns.issues[columns.issue[at]!] ?? null,
      stance: stances[columns.stance[at]!] ?? null, wording: wordings[columns.wording[at]!]!, wordingGuessed: columns.guessed[at] === 1,
      date: columns.date[at]!, isDateSaid: columns.dated[at] === 1, tagIds: tags.get(at)?.map(([, tagId]) => tagId) ?? [],
    }
  })
}
