import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { libraryKey } from '../running-copy.ts'
import { temporaryFolder } from '../testing.ts'
import { isSecondStart, takeOtherProfile, takeProfile } from './profile.ts'

/** `held`: folders of copies that run. */
function anApp(held: string[] = []) {
  const asked: { folder: string; data: unknown }[] = []
  let folder = ''
  const app = {
    setPath: (_name: 'userData', to: string) => {
      expect(existsSync(to)).toBe(true)
      folder = path.basename(to)
    },
    requestSingleInstanceLock: (data: unknown) => {
      asked.push({ folder, data })
      return !held.includes(folder)
    },
  }
  return { app, asked, folder: () => folder }
}

const mine = libraryKey('/libraries/mine')

it('each library has a folder of its own', () => {
  const { app, folder } = anApp()
  expect(takeProfile(app, temporaryFolder(), '/libraries/mine')).toBe(true)
  expect(folder()).toBe(mine)
  expect(takeProfile(app, temporaryFolder(), '/libraries/other')).toBe(true)
  expect(folder()).not.toBe(mine)
})

it('whoever holds the folder is told which library was asked for', () => {
  const { app, asked } = anApp([mine])
  expect(takeProfile(app, temporaryFolder(), '/libraries/mine')).toBe(false)
  expect(asked).toEqual([{ folder: mine, data: { library: mine } }])
  expect(isSecondStart(asked[0]!.data)).toBe(true)
  for (const data of [undefined, null, {}, { library: 1 }, 'library']) expect(isSecondStart(data)).toBe(false)
})

it('a library whose folder another copy still holds gets the next one', () => {
  const { app, folder } = anApp([mine, `${mine}-2`])
  takeOtherProfile(app, temporaryFolder(), '/libraries/mine')
  expect(folder()).toBe(`${mine}-3`)
})
