/** The spelling of notes: who checks it on this face, and with which dictionaries. */
import * as v from 'valibot'

/** `native`: the system's own checker. `dictionaries`: ours, with Hunspell's files. `browser`: the browser that shows the page. */
export const spellingKinds = ['native', 'dictionaries', 'browser'] as const

/** The name of its two files without their ending, such as "en_GB". `problem`: why it can't be used. */
export const Dictionary = v.object({ name: v.string(), problem: v.nullable(v.string()) })
export type Dictionary = v.InferOutput<typeof Dictionary>

export const SpellingState = v.object({
  kind: v.picklist(spellingKinds),
  /** Where dictionaries are looked for. */
  folder: v.string(),
  dictionaries: v.array(Dictionary),
  /** Of the dictionary in use (BCP 47); null when none is. */
  language: v.nullable(v.string()),
})
export type SpellingState = v.InferOutput<typeof SpellingState>

/** The names of LibreOffice's dictionaries begin with a language: "de_DE_frami" is "de-DE". Null for another name. */
export function languageOf(dictionary: string): string | null {
  const [, language, script, region] = /^([a-z]{2,3})(?:[_-]([a-z]{4}))?(?:[_-]([a-z]{2}|\d{3}))?(?![a-z\d])/i.exec(dictionary) ?? []
  return language ? [language, script, region].filter(Boolean).join('-') : null
}

/** A word to be taken as right. */
export const OwnWord = v.pipe(v.string(), v.trim(), v.regex(/^\S+$/u, 'write one word without spaces'), v.maxLength(100, 'write a word of at most 100 characters'))
