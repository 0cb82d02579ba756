/** The words of an HTML fragment that stands in Markdown. The result is shown as text and never read as HTML, so this need not be a sanitizer. */

/**
 * Comments, scripts and style sheets go whole, of other tags the words stay; what is never closed goes to the end, but for a lone
 * "<". Each end is looked for once, so that thousands of beginnings without one are no work.
 */
export function withoutTags(html: string): string {
  const words: string[] = []
  const endOf = endsIn(html)
  let at = 0
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', at)) {
    words.push(html.slice(at, start))
    const name = /^<(?:!--|(?:script|style)\b|br\b)?/i.exec(html.slice(start, start + 8))![0].slice(1).toLowerCase()
    const whole = name === '!--' ? endOf('-->', start + 4) : name === 'script' || name === 'style' ? endOf(`</${name}>`, start) ?? html.length : undefined
    const end = whole ?? endOf('>', start)
    if (end === undefined) words.push('<')
    else words.push(name === 'br' ? '\n' : ' ')
    at = end ?? start + 1
  }
  words.push(html.slice(at))
  return words.join('')
}

/** Where the next such sign ends, from a place that only moves on; undefined when none comes any more. */
function endsIn(html: string): (sign: string, from: number) => number | undefined {
  const lower = html.toLowerCase()
  const next = new Map<string, number>()
  return (sign, from) => {
    let found = next.get(sign)
    if (found === undefined || (found >= 0 && found < from)) {
      found = lower.indexOf(sign, from)
      next.set(sign, found)
    }
    return found < 0 ? undefined : found + sign.length
  }
}
