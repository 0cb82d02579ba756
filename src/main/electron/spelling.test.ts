import { expect, it } from 'vitest'
import { aSpellingDesk, putDictionary } from '../spelling/testing.ts'
import { addWord, followSpelling, suggestionsFor } from './spelling.ts'

/** What the window's page and its session were asked to do. */
function contents() {
  const done: string[] = []
  return {
    done,
    replaceMisspelling: (word: string) => void done.push(`write ${word}`),
    session: {
      addWordToSpellCheckerDictionary: (word: string) => done.push(`system learns ${word}`) > 0,
      setSpellCheckerEnabled: (on: boolean) => void done.push(`checker ${on ? 'on' : 'off'}`),
    },
  }
}

it('the system’s checker follows the setting; elsewhere Chromium’s is left alone', async () => {
  const { desk, call } = await aSpellingDesk({ face: { spelling: 'native' }, chosen: null })
  const { session, done } = contents()
  await followSpelling(desk, 'native', session)
  await call('settings.update', { spelling: true })
  await followSpelling(desk, 'native', session)
  await followSpelling(desk, 'dictionaries', session)
  expect(done).toEqual(['checker off', 'checker on'])
})

it('suggestions are the system’s, or the chosen dictionary’s; without it there are none', async () => {
  const { desk, folder } = await aSpellingDesk()
  const clicked = { misspelledWord: 'brigde', dictionarySuggestions: ['of the system'] }
  expect(await suggestionsFor(desk, 'native', clicked)).toEqual(['of the system'])
  expect(await suggestionsFor(desk, 'dictionaries', clicked)).toEqual([])
  putDictionary(folder, 'en_GB')
  await desk.dispatch('spelling.state', {}, { client: 'window:main' })
  expect(await suggestionsFor(desk, 'dictionaries', clicked)).toEqual(['bridge'])
})

it('a word is added where it is looked for, and loses its mark', async () => {
  const { desk, folder, check } = await aSpellingDesk()
  putDictionary(folder, 'en_GB')
  const native = contents()
  await addWord(desk, 'native', native, 'Brannock')
  expect(native.done).toEqual(['system learns Brannock', 'write Brannock'])
  expect(await check('Brannock')).toEqual(['Brannock'])
  const own = contents()
  await addWord(desk, 'dictionaries', own, 'Brannock')
  expect(own.done).toEqual(['write Brannock'])
  expect(await check('Brannock')).toEqual([])
})
