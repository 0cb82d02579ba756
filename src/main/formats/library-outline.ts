/** What of a library's file fits in memory, and whether what it names is there. */
import type { LibraryContents } from '../../shared/export.ts'
import { agreeingNotes, checkArticle, Disagreement, type ArticleTexts, type Mended } from './agreement.ts'
import { parsedItem, type Item, type Kind } from './library-item.ts'
import { checkDrafts, checkNames, createKnown, hasAll, hasSubject } from './library-references.ts'

/** Of articles' revisions all but their bodies; no highlights and no statements. */
export interface OutlineContents extends Omit<LibraryContents, 'articles'> {
  articles: (Omit<Item<'articles'>, 'revisions'> & { revisions: Omit<Item<'articles'>['revisions'][number], 'body'>[] })[]
}
export type Outline = ReturnType<typeof createOutline>

const needed = ['articles', 'highlights', 'statements', 'speakers', 'issues', 'notes', 'tags', 'collections'] as const

export function createOutline(mended: Mended) {
  const contents: OutlineContents = { articles: [], highlights: [], statements: [], speakers: [], issues: [], notes: [], tags: [], collections: [], comparisons: [], looks: [], events: [], drafts: [] }
  const begun = new Set<Kind>()
  const known = createKnown()
  const texts = new Map<string, ArticleTexts>()

  function takeArticle(index: number, value: unknown): void {
    const article = parsedItem('articles', index, value)
    checkArticle(article)
    const revisions = article.revisions.map(({ body: _body, ...revision }) => revision)
    contents.articles.push({ ...article, revisions })
    texts.set(article.id, { title: article.title, revision: article.revision, text: (number) => revisions.find((one) => one.number === number)?.text })
    known.add('articles', article.id)
  }

  return {
    contents,
    known,
    mended,
    texts: (articleId: string): ArticleTexts | undefined => texts.get(articleId),
    begin(kind: Kind, value: unknown): void {
      if (begun.has(kind)) throw new Disagreement(`${kind} stands twice`)
      if (!Array.isArray(value)) throw new Disagreement(`${kind}: is no list`)
      begun.add(kind)
    },
    take(kind: Kind, index: number, value: unknown): void {
      if (kind === 'articles') return takeArticle(index, value)
      if (kind === 'highlights') return known.add(kind, idOf(index, value))
      if (kind === 'statements') return
      const item = parsedItem(kind, index, value)
      ;(contents[kind] as unknown[]).push(item)
      if ('id' in item) known.add(kind, item.id)
    },
    /** All is read: what names something else is held against it. */
    end(): void {
      const missing = needed.find((kind) => !begun.has(kind))
      if (missing) throw new Disagreement(`${missing} are missing`)
      checkNames(contents, known)
      checkDrafts(contents, texts)
      contents.notes = agreeingNotes(contents.notes.filter((note) => hasSubject(note, known, mended)), mended)
      contents.looks = contents.looks.filter((look) => hasAll(look, known, mended))
    },
  }
}

/** All that is asked of a highlight in the first go. */
function idOf(index: number, value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  if (typeof id !== 'string') throw new Disagreement(`highlights.${index}.id: not an identifier`)
  return id
}
