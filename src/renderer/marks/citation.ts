/** Dates and sources as the interface writes them. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "26 April 2017", "April 2017" or "2017"; '' for no date. The date is a PartialDate or an ISO time. */
export function longDate(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** "26 Apr 2017": where there is little room; "26 Apr" beside others of the same year. */
export function shortDate(date: string, isYearKnown = false): string {
  const [year = '', month, day] = date.slice(0, 10).split('-')
  return [day && String(Number(day)), month && months[Number(month) - 1]!.slice(0, 3), isYearKnown && month ? '' : year].filter(Boolean).join(' ')
}

/** "Harbour Wire, 26 April 2017, ¶ 2": what is unknown is left out. */
export function citation(source: { publisher: string; articleTitle: string; date: string; paragraph?: number }): string {
  return [source.publisher || source.articleTitle, longDate(source.date), source.paragraph && `¶ ${source.paragraph}`].filter(Boolean).join(', ')
}
