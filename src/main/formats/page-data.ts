/** What a page says about itself in JSON-LD, as plain objects. */

export type Data = Record<string, unknown>

/** How many objects may lie in each other. */
const DEEPEST = 6

/** What each script holds. */
export function pageData(document: Document): unknown[] {
  return [...document.querySelectorAll('script[type="application/ld+json" i]')].map((script) => parse(script.textContent ?? ''))
}

/** Every object in it, also those within others, in the order of the page. */
export function objectsIn(value: unknown, depth = 0): Data[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((each) => objectsIn(each, depth + 1))
  return [value as Data, ...Object.values(value).flatMap((each) => objectsIn(each, depth + 1))]
}

/** A person or an organization, named by a string, an object or a list of them. */
export function namesOf(value: unknown): string[] {
  return [value].flat().map((each) => text(typeof each === 'object' && each !== null ? (each as Data).name : each)).filter((name) => name && !/^https?:/i.test(name))
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && '@id' in value) return text(value['@id'])
  return ''
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
