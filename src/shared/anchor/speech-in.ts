/** What a sentence says of who speaks. */
import type { Reading, Sentence } from './reading.ts'
import { speechWords, type SpeechWords } from './speech-words.ts'

export interface Speech {
  /** "The mayor said", "said the mayor": a passage in it needs no other sentence beside. "He said" and "also said that" name nobody. */
  namesSpeaker: boolean
  /** It tells for certain that somebody speaks, and without a pronoun. */
  isAboutSpeech: boolean
  hasCue: boolean
}

/** Many passages lie in the same few sentences. */
const known = new WeakMap<Sentence, Speech>()

export function speechIn({ text, language }: Reading, sentence: Sentence): Speech {
  let speech = known.get(sentence)
  if (!speech) known.set(sentence, (speech = readSpeech(text.slice(sentence.start, sentence.end), speechWords(language))))
  return speech
}

function readSpeech(words: string, speech: SpeechWords): Speech {
  const sayings = [...words.matchAll(speech.sayings)]
  return {
    namesSpeaker: speech.noSubjects !== undefined && sayings.length > 0 && sayings.every((saying) => hasItsSubject(words, saying, speech)),
    isAboutSpeech: /[:：]$/u.test(words) || (sayings.length > 0 && !speech.pronouns.test(words)),
    hasCue: speech.cues.test(words),
  }
}

/** Before the verb, since the last mark or sign, or right after it. */
function hasItsSubject(words: string, { 0: saying, index }: RegExpExecArray, speech: SpeechWords): boolean {
  const before = words.slice(0, index).split(/[,;:!?،؛：，。！？«»“”„"()—–]/u).at(-1)!
  if (hasSubject(before, speech)) return true
  const next = /^[\s,،，]*([\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+)?)/u.exec(words.slice(index + saying.length))?.[1] ?? ''
  return hasSubject(next, speech) && !speech.pronouns.test(before)
}

function hasSubject(words: string, { pronouns, noSubjects }: SpeechWords): boolean {
  return !pronouns.test(words) && /[\p{L}\p{M}]{2}/u.test(words.replaceAll(noSubjects!, ' '))
}
