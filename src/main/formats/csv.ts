/** CSV as RFC 4180 has it, for spreadsheets: UTF-8 with a byte order mark, CRLF. */

export function csvFile(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`
}

/** A spreadsheet runs text that begins like a formula; an apostrophe before it keeps it text (OWASP, CSV injection). */
export function inertText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
