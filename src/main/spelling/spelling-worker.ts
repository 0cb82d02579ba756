/** The worker thread that holds one dictionary: loading one takes a moment, and suggestions up to a second. */
import { parentPort, workerData } from 'node:worker_threads'
import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm'
import { AppError, failure, type Reply } from '../../shared/rpc.ts'
import { readDictionary, readOwnWords } from './dictionary-files.ts'

export interface DictionaryPlace {
  folder: string
  name: string
}
export type SpellingRequest = { ask: 'version' } | { ask: 'check'; words: string[] } | { ask: 'suggest'; word: string } | { ask: 'add'; word: string }
export type SpellingMessage = { id: number } & SpellingRequest
export interface SpellingReply {
  id: number
  reply: Reply
}

/** In characters. Longer ones are taken as right: nobody writes them, and looking takes long. */
const LONGEST_WORD = 100
const MOST_SUGGESTIONS = 5

interface Loaded {
  hunspell: Hunspell
  version: string
}

async function load({ folder, name }: DictionaryPlace): Promise<Loaded> {
  const { affixes, words, version } = await readDictionary(folder, name)
  const own = await readOwnWords(folder)
  try {
    const hunspell = await createHunspellFromStrings(affixes, words)
    for (const word of own) hunspell.addWord(word)
    return { hunspell, version }
  } catch {
    throw new AppError('unreadable', `“${name}.aff” and “${name}.dic” can’t be used: one of them is damaged. Get another copy of both.`)
  }
}

const loading = load(workerData as DictionaryPlace)
loading.catch(() => undefined)
parentPort?.on('message', ({ id, ...request }: SpellingMessage) => {
  const reply = loading.then((loaded): Reply => ({ ok: true, output: answer(request, loaded) })).catch((error: unknown) => failure(error, () => {}))
  void reply.then((settled) => parentPort?.postMessage({ id, reply: settled } satisfies SpellingReply))
})

function answer(request: SpellingRequest, { hunspell, version }: Loaded): unknown {
  if (request.ask === 'version') return version
  if (request.ask === 'add') return hunspell.addWord(asListed(request.word))
  if (request.ask === 'check') return request.words.filter((word) => isWord(word) && !hunspell.testSpelling(asListed(word)))
  if (!isWord(request.word)) return []
  const typographic = request.word.includes('’')
  return hunspell.getSpellingSuggestions(asListed(request.word)).slice(0, MOST_SUGGESTIONS).map((word) => typographic ? word.replaceAll('\'', '’') : word)
}

function isWord(word: string): boolean {
  return word.length <= LONGEST_WORD && !word.includes('\0')
}

/** Dictionaries list words composed and with the apostrophe of typewriters; few know the other. */
function asListed(word: string): string {
  return word.normalize('NFC').replaceAll('’', '\'')
}
