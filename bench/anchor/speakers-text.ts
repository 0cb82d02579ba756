/** Articles of what speakers say, made at random: the base that the families of edits change, with who says what written down. */
import type { Language } from './languages.ts'

/** Text and where it comes from in the old article; -1 for what is new. */
export interface Piece { text: string; from: number }

export interface Sentence {
  /** Unique in its article. */
  id: number
  /** Undefined for one that goes on from the sentence before. */
  speaker: string | undefined
  template: number
  claim: string
  /** All who say it, here or after an edit. */
  claimants: Set<string>
  pieces: Piece[]
}

export type Paragraph = Sentence[]

export interface Article { text: string; paragraphs: Paragraph[] }

/** Which of the three wordings of a template. */
export type Manner = 0 | 1 | 2

export const among = <T>(choices: T[], random: () => number): T => choices[Math.floor(random() * choices.length)]!

/** About `length` UTF-16 code units. One claim in ten is another speaker's too. */
export function articleOf(language: Language, length: number, prose: string[], random: () => number): Article {
  const paragraphs: Paragraph[] = []
  const claims: string[] = []
  const claimants = new Map<string, Set<string>>()
  let [id, size] = [0, 0]
  while (size < length) {
    const paragraph = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, k): Sentence => {
      const claim = claims.length > 5 && random() < 0.1 ? among(claims, random) : claimOf(language, prose, random)
      claims.push(claim)
      if (!claimants.has(claim)) claimants.set(claim, new Set())
      const speaker = k > 0 && random() < 0.35 ? undefined : among(language.speakers, random)
      if (speaker) claimants.get(claim)!.add(speaker)
      return { id: id++, speaker, template: Math.floor(random() * language.said.length), claim, claimants: claimants.get(claim)!, pieces: [] }
    })
    for (const one of paragraph) one.pieces = written(language, one, 0).map(({ text }) => ({ text, from: 0 }))
    size += paragraph.reduce((sum, { pieces }) => sum + pieces.reduce((total, { text }) => total + text.length, 1), 0)
    paragraphs.push(paragraph)
  }
  let at = 0
  for (const [k, paragraph] of paragraphs.entries()) {
    if (k > 0) at++
    for (const [position, one] of paragraph.entries()) {
      if (position > 0) at += language.space.length
      for (const piece of one.pieces) {
        piece.from = at
        at += piece.text.length
      }
    }
  }
  return { text: textOf(paragraphs, language), paragraphs }
}

/** The claim is a piece of its own, the middle one. */
export function written({ said, plain }: Language, { speaker, template, claim }: Pick<Sentence, 'speaker' | 'template' | 'claim'>, manner: Manner): Piece[] {
  return filled(speaker === undefined ? plain : said[template]![manner], speaker ?? '', claim)
}

export function filled(template: string, speaker: string, claim: string): Piece[] {
  const [before = '', after = ''] = template.replace('{who}', speaker).replace('{Who}', capital(speaker)).split(/\{what\}/iu)
  return [{ text: before, from: -1 }, { text: template.includes('{What}') ? capital(claim) : claim, from: -1 }, { text: after, from: -1 }]
}

export function textOf(paragraphs: Paragraph[], { space }: Language): string {
  return paragraphs.map((sentences) => sentences.map(sentenceText).join(space)).join('\n')
}

export function sentenceText({ pieces }: Sentence): string {
  return pieces.map(({ text }) => text).join('')
}

function capital(words: string): string {
  return words.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
}

/** Clauses of real prose in English, words in any order elsewhere. */
function claimOf({ tag, words, space }: Language, prose: string[], random: () => number): string {
  if (tag === 'en') return among(prose, random)
  return Array.from({ length: 5 + Math.floor(random() * 8) }, () => among(words, random)).join(space)
}

const telling = /\b(?:sa(?:id|ys?|ying)|cr(?:y|ied|ies)|told?|tell\w*|ask\w*|answer\w*|spoke|speak\w*|shout\w*|exclaim\w*|repl\w+|declar\w+|explain\w*|argu\w+|add(?:s|ed)?|insist\w*|den(?:y|ie)\w*|admit\w*|whisper\w*|claim\w*|sw(?:ea|o)r\w*|affirm\w*|assert\w*|maintain\w*|warn\w*|remark\w*|testif\w*|confirm\w*|conced\w*|announc\w*|alleg\w*|acknowledg\w*|contend\w*|counter\w*|stat(?:es|ed|ing)|vow\w*|wr(?:ote|ites)|view\w*|stor(?:y|ies)|opinion\w*)\b/i

/** Clauses of the prose that can stand within another sentence, without those that tell of speech themselves. */
export function clausesOf(paragraphs: string[]): string[] {
  const clauses = paragraphs.flatMap((paragraph) => paragraph.split(/[.;:!?—"“”()]+/u)).map((clause) => clause.trim().replace(/^["',\s-]+|["',\s-]+$/gu, ''))
  return [...new Set(clauses.filter((clause) => /^[^‘’']{20,160}$/u.test(clause) && /\s/.test(clause) && !telling.test(clause)).map((clause) => clause.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())))]
}
