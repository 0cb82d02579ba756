import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../testing.ts'
import { LARGEST_FILE } from './dictionary-files.ts'
import { createSpellingService } from './spelling-service.ts'
import { affixes, aSpellingDesk, putDictionary, workerFile } from './testing.ts'

describe('what is refused', () => {
  it('are names that lead out of the folder, and words that are none', async () => {
    const { call } = await aSpellingDesk({ chosen: null })
    await expect(call('settings.update', { dictionary: '../settings' })).rejects.toThrow('Dictionary: write the name of a dictionary, such as en_GB.')
    await expect(call('spelling.add', { word: 'two words' })).rejects.toThrow('Word: write one word without spaces.')
    await expect(call('spelling.add', { word: ' ' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('is half a dictionary, one that is too large, and one that is no file', async () => {
    const { folder, state } = await aSpellingDesk({ chosen: null })
    putDictionary(folder, 'whole')
    putDictionary(folder, 'no-words')
    rmSync(join(folder, 'no-words.dic'))
    putDictionary(folder, 'no-affixes')
    rmSync(join(folder, 'no-affixes.aff'))
    putDictionary(folder, 'huge')
    truncateSync(join(folder, 'huge.dic'), LARGEST_FILE + 1)
    putDictionary(folder, 'folder')
    rmSync(join(folder, 'folder.dic'))
    mkdirSync(join(folder, 'folder.dic'))
    writeFileSync(join(folder, 'hyph_en_GB.dic'), 'UTF-8\n')
    expect((await state()).dictionaries).toEqual([
      { name: 'folder', problem: '“folder.dic” can’t be read. Is it a file, and may you read it?' },
      { name: 'huge', problem: '“huge.dic” is larger than 32 MB, which no dictionary is.' },
      { name: 'no-affixes', problem: '“no-affixes.aff” is missing. Put it beside “no-affixes.dic”.' },
      { name: 'no-words', problem: '“no-words.dic” is missing. Put it beside “no-words.aff”.' },
      { name: 'whole', problem: null },
    ])
  })

  it.each([
    ['an encoding that nobody knows', { aff: 'SET KLINGON-1\n' }, '“en_GB.aff” says that it is written in “KLINGON-1”, which Counterpoint does not know.'],
    ['no number of words', { dic: 'bridge\nharbour\n' }, '“en_GB.dic” does not begin with the number of its words, as a dictionary does. Get another copy of it.'],
    ['no words', { dic: '3\n\n' }, '“en_GB.dic” holds no words. Get another copy of it.'],
    ['another file under its name', { dic: Uint8Array.from({ length: 4000 }, (_byte, index) => (index * 37) % 256) }, '“en_GB.dic” is damaged, or not written in UTF-8 as “en_GB.aff” says. Get another copy of both files.'],
    ['another encoding than it says', { dic: Buffer.from('2\nnaïve\ncafé\n', 'latin1') }, '“en_GB.dic” is damaged, or not written in UTF-8 as “en_GB.aff” says. Get another copy of both files.'],
  ])('is a dictionary with %s; it finds no mistakes', async (_what, files, problem) => {
    const { folder, state, check } = await aSpellingDesk()
    putDictionary(folder, 'en_GB', files)
    expect(await state()).toMatchObject({ language: null, dictionaries: [{ name: 'en_GB', problem }] })
    expect(await check('qwxyz')).toEqual([])
  })

  it('is a dictionary on which checking never ends: it is given up until its files change', async () => {
    const folder = temporaryFolder()
    const endless = 'SET UTF-8\nCOMPOUNDMIN 1\nCOMPOUNDRULE 1\nCOMPOUNDRULE A*A*A*A*A*A*A*\n'
    putDictionary(folder, 'slow', { aff: endless, dic: '3\na/A\naa/A\naaa/A\n' })
    const { handlers, close } = createSpellingService({ folder, workerFile, kind: 'dictionaries', settings: () => ({ spelling: true, dictionary: 'slow' }), patience: 3000 })
    onTestFinished(close)
    const context = { client: 'window:main' } as const
    const problem = async () => (await handlers['spelling.state']({}, context)).dictionaries[0]!.problem
    expect(await problem()).toBeNull()
    expect(await handlers['spelling.check']({ words: [`${'a'.repeat(60)}b`] }, context)).toEqual([])
    for (let look = 0; look < 2; look += 1) expect(await problem()).toBe('The dictionary “slow” can’t be used: checking with it takes too long.')
    putDictionary(folder, 'slow')
    expect(await problem()).toBeNull()
  })
})

describe('the chosen dictionary', () => {
  it('finds what is misspelled, and suggests', async () => {
    const { folder, state, check, call } = await aSpellingDesk()
    putDictionary(folder, 'en_GB')
    expect(await state()).toMatchObject({ kind: 'dictionaries', folder, language: 'en-GB', dictionaries: [{ name: 'en_GB', problem: null }] })
    expect(await check('Bridges', 'harbor', 'harbourwall', 'Rivers', 'river', '1984', 'x'.repeat(101))).toEqual(['harbor', 'Rivers', 'river'])
    expect(await call('spelling.suggest', { word: 'brigde' })).toEqual(['bridge'])
  })

  it('takes typographic apostrophes and decomposed letters as its own', async () => {
    const { folder, check, call } = await aSpellingDesk()
    putDictionary(folder, 'en_GB')
    expect(await check('isn’t', 'nai\u0308ve', 'isnt’')).toEqual(['isnt’'])
    expect(await call('spelling.suggest', { word: 'ins’t' })).toEqual(['isn’t'])
  })

  it('may be written in another encoding, with flags beyond ASCII', async () => {
    const { folder, check } = await aSpellingDesk()
    // In UTF-8 both flags begin with the same byte.
    const aff = `${affixes.replace('UTF-8', 'ISO8859-1').replaceAll('SFX S', 'SFX ß')}SFX ä Y 1\nSFX ä 0 ed .\n`
    putDictionary(folder, 'en_GB', { aff: Buffer.from(aff, 'latin1'), dic: Buffer.from('2\r\ncafé/ß\r\nwall/ä\r\n', 'latin1') })
    expect(await check('café', 'cafés', 'cafe', 'caféed', 'walls', 'walled')).toEqual(['cafe', 'caféed', 'walls'])
  })

  it('keeps words of one’s own, in every dictionary', async () => {
    const { folder, check, call } = await aSpellingDesk()
    putDictionary(folder, 'en_GB')
    expect(await check('Brannock')).toEqual(['Brannock'])
    await call('spelling.add', { word: 'Brannock' })
    await call('spelling.add', { word: 'Brannock' })
    expect(await check('Brannock')).toEqual([])
    expect(readFileSync(join(folder, 'own-words.txt'), 'utf8')).toBe('Brannock\n')
    putDictionary(folder, 'other')
    await call('settings.update', { dictionary: 'other' })
    expect(await check('Brannock', 'Branock')).toEqual(['Branock'])
  })

  it('is loaded anew when its files change, are put right, or go', async () => {
    const { folder, check, problemOf } = await aSpellingDesk()
    expect(await problemOf('en_GB')).toBe('“en_GB.aff” and “en_GB.dic” are not in the folder any more.')
    putDictionary(folder, 'en_GB', { dic: 'none' })
    expect(await problemOf('en_GB')).toContain('does not begin with the number of its words')
    putDictionary(folder, 'en_GB', { dic: '1\nwall\n' })
    expect(await problemOf('en_GB')).toBeNull()
    expect(await check('wall', 'bridge')).toEqual(['bridge'])
    putDictionary(folder, 'en_GB')
    expect(await problemOf('en_GB')).toBeNull()
    expect(await check('wall', 'bridge')).toEqual([])
  })
})

describe('nothing is checked', () => {
  it('until it is switched on, and once it is switched off', async () => {
    const { folder, state, check, call } = await aSpellingDesk({ chosen: null })
    putDictionary(folder, 'en_GB')
    await call('settings.update', { dictionary: 'en_GB' })
    expect(await state()).toMatchObject({ language: null, dictionaries: [{ name: 'en_GB', problem: null }] })
    expect(await check('qwxyz')).toEqual([])
    await call('settings.update', { spelling: true })
    expect(await check('qwxyz')).toEqual(['qwxyz'])
    await call('settings.update', { spelling: false })
    expect(await check('qwxyz')).toEqual([])
  })

  it('where the system or the browser does it', async () => {
    const { folder, state, check } = await aSpellingDesk({ face: { spelling: 'native' } })
    putDictionary(folder, 'en_GB')
    expect(await state()).toEqual({ kind: 'native', folder, dictionaries: [], language: null })
    expect(await check('qwxyz')).toEqual([])
  })
})
