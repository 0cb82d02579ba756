/** What a page says about itself: JSON-LD, Open Graph, meta names, <time>, lang, canonical address. */
import { oneLine } from '../../shared/clean-text.ts'
import { languageTag, withoutBy, type FoundDetails } from './guess.ts'
import { readDate } from './guess-date.ts'
import { namesOf, objectsIn, pageData, text, type Data } from './page-data.ts'
import { isOfReviewed, itemsReviewed, namesReviewed, reviewedAuthors } from './reviewed-authors.ts'
import { webAddress } from './safe-link.ts'

export function detailsOfPage(document: Document, source: string): FoundDetails {
  const data = articleData(document)
  const reviewed = reviewedAuthors(document)
  const metas = metasOf(document)
  const meta = (...names: string[]): string => names.map((name) => metas.get(name)).find(Boolean) ?? ''
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(source.slice(0, 4096))?.[1]
  const published = [data.datePublished, meta('article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.date', 'pubdate', 'parsely-pub-date'), timeOf(document)]
  const address = [document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), meta('og:url'), text(data.url), text(data.mainEntityOfPage), saved]
  return {
    title: oneLine(text(data.headline)) || meta('og:title', 'twitter:title', 'dc.title') || '',
    byline: withoutBy(namesOf(data.author).filter((name) => !namesReviewed(name, reviewed)).join(', ')) || bylineOf(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl'), reviewed),
    publisher: oneLine(namesOf(data.publisher).join(', ')) || meta('og:site_name', 'application-name', 'dc.publisher'),
    published: published.map((date) => readDate(text(date))).find(Boolean) ?? '',
    address: address.map((value) => webAddress(value ?? '')).find(Boolean) ?? '',
    language: languageTag(document.documentElement.getAttribute('lang') || document.documentElement.getAttribute('xml:lang') || text(data.inLanguage) || meta('og:locale', 'content-language')),
  }
}

/** The page's own headline: its <title> often carries the site's name after a bar. */
export function headlineOf(document: Document, publisher: string): string {
  const headings = document.querySelectorAll('h1')
  const heading = headings.length === 1 ? oneLine(headings[0]!.textContent ?? '') : ''
  const title = oneLine(document.querySelector('title')?.textContent ?? '')
  if (heading) return heading
  const parts = title.split(/\s+[|–—-]\s+/)
  return parts.length > 1 && parts.at(-1)!.toLowerCase() === publisher.toLowerCase() ? title.slice(0, title.lastIndexOf(parts.at(-1)!)).replace(/\s+[|–—-]\s+$/, '') : title
}

/** What the meta elements say, by each name that one has; the first to say it is heard. */
function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const names = ['name', 'property', 'itemprop', 'http-equiv'].map((attribute) => meta.getAttribute(attribute)?.toLowerCase())
    const unheard = names.filter((name) => name && !metas.has(name))
    if (unheard.length === 0 || isOfReviewed(meta)) continue
    for (const name of unheard) metas.set(name!, oneLine(meta.getAttribute('content') ?? ''))
  }
  return metas
}

/** "article:author" is often the address of a page about the writer. */
function bylineOf(author: string, reviewed: Set<string>): string {
  return /^https?:/i.test(author) || namesReviewed(author, reviewed) ? '' : withoutBy(author)
}

function timeOf(document: Document): string {
  const time = document.querySelector('time[itemprop="datePublished"], time[pubdate], article time, header time, time')
  return time?.getAttribute('datetime') || time?.textContent || ''
}

/** The first JSON-LD object on the page that is an article of some kind; without one, a review. Never what is reviewed. */
function articleData(document: Document): Data {
  const scripts = pageData(document)
  const isReviewed = new Set<unknown>(itemsReviewed(objectsIn(scripts)))
  const first = (types: RegExp): Data | undefined => scripts.map((data) => objectIn(data, types, isReviewed, 0)).find(Boolean)
  return first(/(?:Article|BlogPosting|Report|Posting)$/) ?? first(/Review$/) ?? {}
}

function objectIn(value: unknown, types: RegExp, isReviewed: Set<unknown>, depth: number): Data | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return value.map((each) => objectIn(each, types, isReviewed, depth + 1)).find(Boolean)
  const data = value as Data
  if ([data['@type']].flat().some((type) => types.test(String(type))) && !isReviewed.has(data)) return data
  return objectIn(data['@graph'], types, isReviewed, depth + 1)
}
