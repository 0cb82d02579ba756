/** Families of edits to what speakers say. Each says in its log which sentences it touched, so that the truth never comes from searching. */
import type { Language } from './languages.ts'
import { among, filled, textOf, written, type Article, type Manner, type Paragraph, type Piece, type Sentence } from './speakers-text.ts'

export interface EditedArticle {
  before: string
  after: string
  /** The edited article's sentences; one that an edit touched has `touched`. */
  paragraphs: EditedSentence[][]
}

/** What an edit changed of a sentence: who says it and how, or no more than what is said. */
export type EditedSentence = Sentence & { touched?: 'frame' | 'words' }

export interface Family {
  name: string
  edit: (paragraphs: Paragraph[], language: Language, random: () => number) => EditedSentence[][]
}

/** About this part of the sentences, or paragraphs, is edited. */
const SHARE = 0.12
const PARAGRAPHS = 0.08

/** Each sentence may become none, itself or several. */
function eachSentence(change: (one: Sentence, language: Language, random: () => number) => EditedSentence | null): Family['edit'] {
  return (paragraphs, language, random) => paragraphs.map((sentences) => sentences.flatMap((one) => (random() < SHARE ? change(one, language, random) ?? [] : one)))
}

function retold(one: Sentence, pieces: Piece[]): EditedSentence {
  const claim = one.pieces[1]!
  const [before, middle, after] = pieces as [Piece, Piece, Piece]
  // A first letter that gets or loses its capital is a new one.
  const kept = middle.text === claim.text ? [claim] : [{ text: middle.text.slice(0, 1), from: -1 }, { text: middle.text.slice(1), from: claim.from + 1 }]
  return { ...one, pieces: [before, ...kept, after], touched: 'frame' }
}

function inManner(manner: Manner): Family['edit'] {
  return eachSentence((one, language) => (one.speaker === undefined ? one : retold(one, written(language, one, manner))))
}

/** Somebody who does not say the same yet: the same words of the same speaker would be no other passage. Undefined when all do. */
function otherSpeaker({ claimants }: Sentence, { speakers }: Language, random: () => number): string | undefined {
  const others = speakers.filter((speaker) => !claimants.has(speaker))
  if (others.length === 0) return undefined
  const speaker = among(others, random)
  claimants.add(speaker)
  return speaker
}

/** The same words as a new sentence of somebody else's. */
function bySomebodyElse(one: Sentence, language: Language, random: () => number): EditedSentence[] {
  const speaker = otherSpeaker(one, language, random)
  return speaker === undefined ? [] : [{ ...one, id: -1, speaker, touched: 'frame', pieces: written(language, { ...one, speaker }, 0) }]
}

function copied(one: EditedSentence): EditedSentence {
  return { ...one, id: -1, touched: 'frame', pieces: one.pieces.map(({ text }) => ({ text, from: -1 })) }
}

/** Sentences that are put at the ends of random paragraphs. */
function scattered(paragraphs: EditedSentence[][], loose: EditedSentence[], random: () => number): EditedSentence[][] {
  const all = paragraphs.map((sentences) => [...sentences])
  for (const one of loose) all[Math.floor(random() * all.length)]!.push(one)
  return all
}

function movedParagraphs(paragraphs: Paragraph[], random: () => number): Paragraph[] {
  const taken = paragraphs.filter(() => random() < PARAGRAPHS)
  const rest = paragraphs.filter((one) => !taken.includes(one))
  for (const one of taken) rest.splice(Math.floor(random() * (rest.length + 1)), 0, one)
  return rest
}

const goneAndSaidElsewhere: Family['edit'] = (paragraphs, language, random) => {
  const loose: EditedSentence[] = []
  const rest = eachSentence((one) => {
    loose.push(...bySomebodyElse(one, language, random))
    return null
  })(paragraphs, language, random)
  return scattered(rest, loose, random)
}

const typo: Family['edit'] = eachSentence((one) => {
  const [before, claim, after] = one.pieces as [Piece, Piece, Piece]
  const at = 1 + Math.floor(claim.text.length / 2)
  const pieces = [before, { text: claim.text.slice(0, at), from: claim.from }, { text: 'x', from: -1 }, { text: claim.text.slice(at), from: claim.from + at }, after]
  return { ...one, pieces, touched: 'words' }
})

const reordered: Family['edit'] = (paragraphs, _language, random) => paragraphs.map((sentences) => {
  if (random() >= 3 * PARAGRAPHS || sentences.length < 2) return sentences
  const at = Math.floor(random() * (sentences.length - 1))
  return sentences.toSpliced(at, 2, sentences[at + 1]!, sentences[at]!)
})

const copies: Family['edit'] = (paragraphs, _language, random) => scattered(paragraphs, paragraphs.flat().filter(({ speaker }) => speaker !== undefined && random() < SHARE / 2).map(copied), random)

const other: Family['edit'] = eachSentence((one, language, random) => {
  const speaker = otherSpeaker(one, language, random)
  return speaker === undefined ? one : retold(one, written(language, { ...one, speaker }, 0))
})

export const families: Family[] = [
  { name: 'Gone, and said by another elsewhere', edit: goneAndSaidElsewhere },
  { name: 'Said by another in its place', edit: other },
  { name: 'Another story around the words', edit: eachSentence((one, language) => retold(one, filled(language.otherStory, '', one.claim))) },
  { name: '“Said” became “denied”', edit: inManner(1) },
  { name: 'A negation, doubt or number before the words', edit: inManner(2) },
  { name: 'A letter of the words', edit: typo },
  { name: 'Sentences deleted', edit: eachSentence(() => null) },
  { name: 'Sentences added', edit: (paragraphs, language, random) => paragraphs.map((sentences) => sentences.flatMap((one) => (random() < SHARE ? [one, ...bySomebodyElse(among(paragraphs, random)[0]!, language, random)] : [one]))) },
  { name: 'Paragraphs moved', edit: (paragraphs, _language, random) => movedParagraphs(paragraphs, random) },
  { name: 'Paragraphs deleted', edit: (paragraphs, _language, random) => paragraphs.filter(() => random() >= PARAGRAPHS) },
  { name: 'Sentences reordered', edit: reordered },
  { name: 'Exact copies', edit: copies },
  {
    name: 'All of these at once',
    edit: (paragraphs, language, random) => movedParagraphs(paragraphs, random).flatMap((paragraph) => among([keep, keep, keep, goneAndSaidElsewhere, other, inManner(1), inManner(2), typo, reordered, copies], random)([paragraph], language, random)),
  },
]

function keep(paragraphs: Paragraph[]): EditedSentence[][] {
  return paragraphs
}

export function editArticle({ text, paragraphs }: Article, family: Family, language: Language, random: () => number): EditedArticle {
  const edited = family.edit(paragraphs, language, random).filter((sentences) => sentences.length > 0)
  return { before: text, after: textOf(edited, language), paragraphs: edited }
}
