import { expect, it } from 'vitest'
import { contextMenuTemplate } from './context-menu.ts'

type Clicked = Parameters<typeof contextMenuTemplate>[0]

const nothing = { canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: false, canDelete: false, canSelectAll: false, canEditRichly: false }

/** The menu on a click, and what choosing each of its items did. */
function menuOn(clicked: Partial<Clicked>, suggestions: string[] = []) {
  const done: string[] = []
  const tell = (what: string) => (word: string) => void done.push(`${what} ${word}`)
  const items = contextMenuTemplate({ editFlags: nothing, isEditable: false, linkURL: '', selectionText: '', misspelledWord: '', ...clicked }, suggestions, {
    copyText: tell('copy'), openOutside: tell('open'), replaceWith: tell('replace with'), addWord: tell('add'),
  })
  for (const { click } of items) (click as (() => void) | undefined)?.()
  return { items, shown: items.map(({ label, role, type }) => label ?? role ?? type), done }
}

it('offers nothing where nothing can be done', () => {
  expect(menuOn({}).items).toEqual([])
  expect(menuOn({ linkURL: 'javascript:alert(1)' }).items).toEqual([])
})

it('offers what a text field can do now', () => {
  expect(menuOn({ isEditable: true, editFlags: { ...nothing, canPaste: true } }).items).toEqual([
    { role: 'cut', enabled: false }, { role: 'copy', enabled: false }, { role: 'paste', enabled: true },
  ])
})

it('copies selected text and a link', () => {
  const { shown, done } = menuOn({ selectionText: 'words', linkURL: 'https://example.org/', editFlags: { ...nothing, canCopy: true, canSelectAll: true } })
  expect(shown).toEqual(['Open link in browser…', 'Copy link', 'separator', 'copy', 'separator', 'selectAll'])
  expect(done).toEqual(['open https://example.org/', 'copy https://example.org/'])
})

it('begins with what a misspelled word may mean, at most five', () => {
  const { shown, done } = menuOn({ isEditable: true, misspelledWord: 'brigde' }, ['bridge', 'brigade', 'bride', 'bridle', 'ridge', 'badge'])
  expect(shown).toEqual(['bridge', 'brigade', 'bride', 'bridle', 'ridge', 'separator', 'Add “brigde” to dictionary', 'separator', 'cut', 'copy', 'paste'])
  expect(done).toEqual(['replace with bridge', 'replace with brigade', 'replace with bride', 'replace with bridle', 'replace with ridge', 'add brigde'])
})

it('says when there are no suggestions', () => {
  const { items, shown } = menuOn({ isEditable: true, misspelledWord: 'qwxyz' })
  expect(shown.slice(0, 3)).toEqual(['No suggestions', 'separator', 'Add “qwxyz” to dictionary'])
  expect(items[0]!.enabled).toBe(false)
})

it('shows a word with an ampersand as it is', () => {
  expect(menuOn({ isEditable: true, misspelledWord: 'R&D' }, ['R&B']).shown.slice(0, 3)).toEqual(['R&&B', 'separator', 'Add “R&&D” to dictionary'])
})
