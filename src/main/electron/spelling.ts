/** What the window does with spelling: which checker it has, and what a misspelled word may have meant. */
import type { Session } from 'electron'
import type { Output } from '../../shared/contract.ts'
import { unwrap } from '../../shared/rpc.ts'
import type { Desk } from '../desk.ts'
import { MAIN_WINDOW, windowClient } from '../window-client.ts'
import { deviceSettings } from './device-settings.ts'

/** Milliseconds that a menu waits for suggestions before it opens without. */
const PATIENCE = 1500
const asWindow = { client: windowClient(MAIN_WINDOW) }

/** Chromium uses the system's checker on macOS alone; elsewhere its own would download dictionaries. */
export function spellingOf(platform: NodeJS.Platform): 'native' | 'dictionaries' {
  return platform === 'darwin' ? 'native' : 'dictionaries'
}

/** The system's checker works while the setting is on. It needs no dictionaries, so nothing is looked for. */
export async function followSpelling(desk: Desk, kind: 'native' | 'dictionaries', session: Pick<Session, 'setSpellCheckerEnabled'>): Promise<void> {
  if (kind === 'native') session.setSpellCheckerEnabled((await deviceSettings(desk)).spelling)
}

type Clicked = { misspelledWord: string; dictionarySuggestions: string[] }

export async function suggestionsFor(desk: Pick<Desk, 'dispatch'>, kind: 'native' | 'dictionaries', { misspelledWord, dictionarySuggestions }: Clicked): Promise<string[]> {
  if (kind === 'native' || !misspelledWord) return dictionarySuggestions
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<string[]>((resolve) => { timer = setTimeout(resolve, PATIENCE, []) })
  const found = desk.dispatch('spelling.suggest', { word: misspelledWord }, asWindow).then((reply) => unwrap(reply) as Output<'spelling.suggest'>).catch(() => [])
  return Promise.race([found, tooLate]).finally(() => clearTimeout(timer))
}

type LearningContents = { replaceMisspelling(word: string): void; session: Pick<Session, 'addWordToSpellCheckerDictionary'> }

/** The word is written once more as it stands, which is what takes its mark away. */
export async function addWord(desk: Pick<Desk, 'dispatch'>, kind: 'native' | 'dictionaries', contents: LearningContents, word: string): Promise<void> {
  if (kind === 'native') contents.session.addWordToSpellCheckerDictionary(word)
  else unwrap(await desk.dispatch('spelling.add', { word }, asWindow))
  contents.replaceMisspelling(word)
}
