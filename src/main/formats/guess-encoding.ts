/** Which encoding bytes are in that no mark and no declaration tells: by their statistics, and where these are weak by the language that comes out. */
import { TextDecoder } from '@exodus/bytes/encoding.js'
import { analyse } from 'chardet'
import { detectAll } from 'tinyld'

/** How much of a file is looked at, in bytes. */
const SAMPLE = 65536
/** From this confidence on, of 100, the statistics are believed. */
const CLEAR = 50

/** What the Encoding Standard has for those that the statistics know: each Windows encoding holds the letters of its ISO one, and GBK is read as GB 18030. */
const standard: Record<string, string> = {
  'ISO-8859-1': 'windows-1252', 'ISO-8859-7': 'windows-1253', 'ISO-8859-8': 'windows-1255', 'ISO-8859-9': 'windows-1254', 'ISO-8859-6': 'windows-1256', GB18030: 'gbk',
}
/** Encodings that the statistics do not know, or know badly. */
const others = ['windows-1257', 'windows-874']

export interface GuessedEncoding {
  /** A label of the Encoding Standard. */
  encoding: string
  /** 0 to 100. */
  confidence: number
}

/** The likeliest first; only those in which every byte has a meaning. Empty for bytes that are in none. */
export function guessEncodings(bytes: Uint8Array): GuessedEncoding[] {
  const text = withoutMarkup(bytes.subarray(0, 4 * SAMPLE)).slice(0, SAMPLE)
  const possible = (sample: string): GuessedEncoding[] => statisticsOf(sample).filter(({ encoding }) => isPossible(encoding, bytes))
  const telling = possible(tellingWords(text))
  if (telling[0] && telling[0].confidence >= CLEAR && !isLatin(telling[0].encoding)) return telling
  const whole = possible(text)
  return whole[0] && whole[0].confidence < CLEAR ? byLanguage(whole, text, bytes) : whole
}

/** In a text that is mostly English, a few words of another alphabet look Latin to the statistics. */
export function isLatin(encoding: string): boolean {
  return /^(windows-125[0247]|iso-8859-2)$/.test(encoding)
}

function statisticsOf(sample: string): GuessedEncoding[] {
  const all = analyse(Buffer.from(sample, 'latin1')).map(({ name, confidence }) => ({ encoding: standard[name] ?? name.toLowerCase(), confidence }))
  return all.filter((one, index) => all.findIndex(({ encoding }) => encoding === one.encoding) === index)
}

/** Where the statistics are weak, those that come close, in the order of how clearly the text is in a language. */
function byLanguage(guesses: GuessedEncoding[], text: string, bytes: Uint8Array): GuessedEncoding[] {
  const close = guesses.filter(({ confidence }) => confidence >= guesses[0]!.confidence / 3)
  const further = others.filter((encoding) => !close.some((one) => one.encoding === encoding) && isPossible(encoding, bytes)).map((encoding) => ({ encoding, confidence: 0 }))
  return [...close, ...further]
    .map((one) => ({ ...one, language: languageConfidence(one.encoding, text) }))
    .sort((a, b) => b.language - a.language || b.confidence - a.confidence)
}

/** 0 to 1. */
function languageConfidence(encoding: string, text: string): number {
  return detectAll(new TextDecoder(encoding).decode(Buffer.from(text, 'latin1')).slice(0, 4000))[0]?.accuracy ?? 0
}

function isPossible(encoding: string, bytes: Uint8Array): boolean {
  try {
    return !/[\u0080-\u009F]/.test(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

/** Bytes as letters of Latin-1: tags are plain letters whatever the text between them is in. */
function withoutMarkup(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replace(/<[^<>]*>/g, ' ')
}

/** Plain letters are the same in all of these encodings. */
function tellingWords(text: string): string {
  return text.split(/\s+/).filter((word) => /[\u0080-\u00FF]/.test(word)).join(' ')
}
