import { expect, it } from 'vitest'
import { guessWording } from './guess-wording.ts'

it.each([
  ['“We deny it,”', 'quote'],
  ['He said: "We deny it"', 'quote'],
  ['« Nous le nions »', 'quote'],
  ['“and it went on', 'quote'],
  ['the samples were not enough', 'paraphrase'],
  ['the country’s ministers’ offices', 'paraphrase'],
])('guesses the wording of %s', (passage, wording) => {
  expect(guessWording(passage)).toBe(wording)
})
