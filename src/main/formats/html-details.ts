/** What a page says about itself: JSON-LD, Open Graph, meta names, <time>, lang, canonical address. */
import { oneLine } from '../../shared/clean-text.ts'
import { languageTag, withoutBy, type FoundDetails } from './guess.ts'
import { readDate } from './guess-date.ts'
import { webAddress } from './safe-link.ts'

export function detailsOfPage(document: Document, source: string): FoundDetails {
  const data = articleData(document)
  const meta = (...names: string[]): string => names.map((name) => metaOf(document, name)).find(Boolean) ?? ''
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(source.slice(0, 4096))?.[1]
  const published = [data.datePublished, meta('article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.date', 'pubdate', 'parsely-pub-date'), timeOf(document)]
  const address = [document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), meta('og:url'), text(data.url), text(data.mainEntityOfPage), saved]
  return {
    title: oneLine(text(data.headline)) || meta('og:title', 'twitter:title', 'dc.title') || '',
    byline: withoutBy(namesOf(data.author)) || bylineOf(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl')),
    publisher: oneLine(namesOf(data.publisher)) || meta('og:site_name', 'application-name', 'dc.publisher'),
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

function metaOf(document: Document, name: string): string {
  for (const meta of document.querySelectorAll('meta[content]')) {
    const names = [meta.getAttribute('name'), meta.getAttribute('property'), meta.getAttribute('itemprop'), meta.getAttribute('http-equiv')]
    if (names.some((each) => each?.toLowerCase() === name)) return oneLine(meta.getAttribute('content') ?? '')
  }
  return ''
}

/** "article:author" is often the address of a page about the writer. */
function bylineOf(author: string): string {
  return /^https?:/i.test(author) ? '' : withoutBy(author)
}

function timeOf(document: Document): string {
  const time = document.querySelector('time[itemprop="datePublished"], time[pubdate], article time, header time, time')
  return time?.getAttribute('datetime') || time?.textContent || ''
}

type Data = Record<string, unknown>

/** The first JSON-LD object on the page that is an article of some kind. */
function articleData(document: Document): Data {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const found = articleIn(parse(script.textContent ?? ''), 0)
    if (found) return found
  }
  return {}
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function articleIn(value: unknown, depth: number): Data | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return value.map((each) => articleIn(each, depth + 1)).find(Boolean)
  const data = value as Data
  const types = [data['@type']].flat().map(String)
  if (types.some((type) => /(?:Article|BlogPosting|Report|Posting)$/.test(type))) return data
  return articleIn(data['@graph'], depth + 1)
}

/** A person or an organization, named by a string, an object or a list of them. */
function namesOf(value: unknown): string {
  return [value].flat().map((each) => text(typeof each === 'object' && each !== null ? (each as Data).name : each)).filter((name) => name && !/^https?:/i.test(name)).join(', ')
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && '@id' in value) return text(value['@id'])
  return ''
}
