/** "G then L": two letters, one after the other, lead to a screen. */
import { navigate, type Route } from '../route.ts'

/** How long G waits for the second letter, in milliseconds. */
const LETTERS_BELONG = 1500

const screens: Record<string, Route> = { l: { screen: 'library' }, s: { screen: 'statements' }, n: { screen: 'names' }, c: { screen: 'compare' } }

/**
 * Listens before any screen does, because the second letter is no key of the screen's then: S would also make a statement.
 * `isHeard` says whether a key counts. Gives back what ends the listening.
 */
export function followLetters(isHeard: (event: KeyboardEvent) => boolean): () => void {
  let begun = -Infinity
  const handleKey = (event: KeyboardEvent): void => {
    if (!isHeard(event)) return
    const key = event.key.toLowerCase()
    const screen = event.timeStamp - begun < LETTERS_BELONG ? screens[key] : undefined
    begun = key === 'g' ? event.timeStamp : -Infinity
    if (!screen) return
    event.preventDefault()
    event.stopImmediatePropagation()
    navigate(screen)
  }
  window.addEventListener('keydown', handleKey, true)
  return () => window.removeEventListener('keydown', handleKey, true)
}
