/** As many columns as one table of a document page holds; more become several tables. */
const PAGE_COLUMNS = 8

/** As many stand on an upright page; more need it turned. */
export const PORTRAIT_COLUMNS = 3

/** Stretches of columns that fit a page, about equally wide. `to` exclusive. */
export function pagesOf(columns: unknown[]): { from: number; to: number }[] {
  const pages = Math.max(1, Math.ceil(columns.length / PAGE_COLUMNS))
  return Array.from({ length: pages }, (_, page) => ({ from: Math.round((columns.length * page) / pages), to: Math.round((columns.length * (page + 1)) / pages) }))
}
