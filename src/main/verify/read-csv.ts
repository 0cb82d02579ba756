/** Rows of a CSV file (RFC 4180), each by the names in the first row. Undefined when a quoted field does not end. */
export function readCsv(text: string): Record<string, string>[] | undefined {
  const rows: string[][] = [[]]
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  const source = text.replace(/^\uFEFF/, '')
  while (field.lastIndex < source.length) {
    const found = field.exec(source)
    if (!found) return undefined
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!)
    if (found[3] !== ',' && field.lastIndex < source.length) rows.push([])
    if (found[3] === '') break
  }
  const [names = [], ...values] = rows
  return values.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}
