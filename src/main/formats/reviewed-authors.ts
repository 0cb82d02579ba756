/**
 * Whose claims a page reviews: the authors of what its schema.org Review or ClaimReview names as `itemReviewed`
 * (https://schema.org/ClaimReview). A fact-check is not written by the party whose claim it checks.
 */
import { oneLine } from '../../shared/clean-text.ts'
import { namesOf, objectsIn, pageData, type Data } from './page-data.ts'

const reviewed = '[itemprop~="itemReviewed" i], [property~="itemReviewed" i], [property~="schema:itemReviewed" i]'
const author = '[itemprop~="author" i], [property~="author" i], [property~="schema:author" i], [rel~="author" i]'

export function reviewedAuthors(document: Document): Set<string> {
  const items = itemsReviewed(objectsIn(pageData(document)))
  const named = items.flatMap((item) => [item, ...[item.appearance, item.firstAppearance].flat()].flatMap((one) => (isData(one) ? namesOf(one.author) : [])))
  const marked = [...document.querySelectorAll(reviewed)].flatMap((item) => [...item.querySelectorAll(author)].map(nameIn))
  return new Set([...named, ...marked].map(fold).filter(Boolean))
}

/** Those of a page's objects that others review, told by reference too. */
export function itemsReviewed(all: Data[]): Data[] {
  const items = all.flatMap(({ itemReviewed }) => [itemReviewed].flat()).filter(isData)
  const ids = new Set(items.map((item) => item['@id']).filter(Boolean))
  return [...items, ...all.filter((one) => ids.has(one['@id']))]
}

/** Whether a line that names somebody names one of these. */
export function namesReviewed(line: string, authors: Set<string>): boolean {
  const words = ` ${fold(line)} `
  return [...authors].some((name) => words.includes(` ${name} `))
}

/** It says something of what is reviewed, and nothing of the page. */
export function isOfReviewed(element: Element): boolean {
  return element.closest(reviewed) !== null
}

/** Readers of pages that look for authors don't find those of what is reviewed. */
export function hideReviewed(document: Document): void {
  for (const element of document.querySelectorAll(`:is(${reviewed}), :is(${reviewed}) *`)) {
    for (const name of ['itemprop', 'property', 'rel', 'class', 'id']) element.removeAttribute(name)
  }
}

function nameIn(element: Element): string {
  const name = element.querySelector('[itemprop~="name" i], [property~="name" i], [property~="schema:name" i]') ?? element
  return oneLine(name.getAttribute('content') ?? name.textContent ?? '')
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
