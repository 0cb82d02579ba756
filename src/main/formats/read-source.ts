/** A file's bytes or pasted text, read into an article. Pure: nothing is fetched, run or written. */
import { IMPORT_LIMIT, detailNames, type ArticleDetails, type DetailName, type sourceKinds } from '../../shared/article.ts'
import { canonicalText } from '../../shared/anchor/canonical-text.ts'
import { blockText, type Block } from '../../shared/body.ts'
import { AppError } from '../../shared/rpc.ts'
import { countWords, oneLine } from '../../shared/clean-text.ts'
import { decode, type Decoded } from './decode.ts'
import { guessLanguage, titleFromFileName, titleFromText, type FoundDetails } from './guess.ts'
import { isHtmlName, looksLikeHtml, sourceKindOf, type SourceKind } from './source-kind.ts'
import { nameOf, shownName, type Source } from './source-name.ts'
import { readText } from './text.ts'

export interface ImportedArticle {
  blocks: Block[]
  details: ArticleDetails
  /** Which details are guesses; those that a file's front matter states are not. */
  guessed: DetailName[]
  sourceKind: (typeof sourceKinds)[number]
  sourceName: string
  words: number
  /** What a file's bytes were read as. */
  encoding?: Pick<Decoded, 'encoding' | 'sure'>
}

interface Read {
  blocks: Block[]
  found: FoundDetails
  stated?: FoundDetails
}

/** Rejects with an AppError of one sentence when there is no article in it. */
export async function readSource(source: Source): Promise<ImportedArticle> {
  const name = nameOf(source)
  const shown = shownName(source)
  const { text, ...encoding } = source.kind === 'file' ? textOfFile(source, name, shown) : { text: source.text }
  if (source.kind === 'text' && text.length > IMPORT_LIMIT) throw tooLarge(shown)
  if (text.trim() === '') throw new AppError('bad-input', `${shown} is empty: there is nothing to import.`)
  const kind = sourceKindOf(source.kind === 'text' ? '' : name, text)
  const { blocks, found, stated = {} } = await readKind(kind, text, shown)
  const kept = blocks.filter((block) => block.type === 'rule' || block.type === 'image' || blockText(block).trim() !== '')
  const body = canonicalText(kept)
  if (body.trim() === '') throw new AppError('bad-input', `${shown} holds no text.`)
  const details = completeDetails({ ...found, ...withValues(stated) }, body, name)
  return {
    blocks: kept,
    details,
    guessed: detailNames.filter((detail) => details[detail] !== '' && !stated[detail]),
    sourceKind: source.kind === 'text' ? 'clipboard' : kind,
    sourceName: name || 'Pasted text',
    words: countWords(body),
    ...('encoding' in encoding ? { encoding } : {}),
  }
}

function textOfFile({ bytes, encoding }: Source & { kind: 'file' }, name: string, shown: string): Decoded {
  if (bytes.length > IMPORT_LIMIT) throw tooLarge(shown)
  const html = isHtmlName(name) || looksLikeHtml(new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096)))
  const decoded = decode(bytes, { html, chosen: encoding })
  if (decoded === undefined) throw new AppError('bad-input', `${shown} is not a text file. Counterpoint reads plain text, Markdown and HTML.`)
  return { ...decoded, text: decoded.text.replace(/^\uFEFF/, '') }
}

function tooLarge(shown: string): AppError {
  return new AppError('too-large', `${shown} is larger than ${IMPORT_LIMIT / 1024 / 1024} MB, the most that can be imported.`)
}

/** A parser is loaded with the first source that needs it: those for pages and Markdown take longer to load than a text to read. */
async function readKind(kind: SourceKind, text: string, shown: string): Promise<Read> {
  try {
    if (kind === 'html') return (await import('./html.ts')).readHtml(text)
    return kind === 'markdown' ? (await import('./markdown.ts')).readMarkdown(text) : readText(text)
  } catch (error) {
    // Elements inside elements, tens of thousands deep, are not writing.
    if (error instanceof RangeError) throw new AppError('bad-input', `${shown} is nested too deeply to be read.`)
    throw error
  }
}

function completeDetails(found: FoundDetails, body: string, fileName: string): ArticleDetails {
  const address = found.address ?? ''
  const language = found.language || guessLanguage(body)
  return {
    title: oneLine(found.title ?? '').slice(0, 500).toWellFormed() || titleFromText(body.trimStart().split('\n', 1)[0]!, language) || titleFromFileName(fileName) || 'Untitled',
    byline: oneLine(found.byline ?? '').slice(0, 500).toWellFormed(),
    publisher: oneLine(found.publisher ?? '').slice(0, 500).toWellFormed(),
    published: found.published ?? '',
    address: address.length <= 2000 ? address : '',
    language,
  }
}

function withValues(details: FoundDetails): FoundDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''))
}
