/** Checks the spelling of notes with the dictionary that the person chose, where neither the system nor the browser does. */
import { mkdir } from 'node:fs/promises'
import type { DeskHandlers } from '../../shared/contract.ts'
import type { Settings } from '../../shared/settings.ts'
import { languageOf, type Dictionary, type SpellingState } from '../../shared/spelling.ts'
import { addOwnWord, findDictionaries, versionOf } from './dictionary-files.ts'
import { startSpellingThread, type SpellingThread } from './spelling-thread.ts'

/** Milliseconds that one answer of a dictionary may take, its loading included: the slowest takes one second. */
const PATIENCE = 20_000

export interface SpellingOptions {
  /** Of the dictionaries. */
  folder: string
  workerFile: string
  kind: SpellingState['kind']
  settings: () => Pick<Settings, 'spelling' | 'dictionary'>
  patience?: number
}

interface InUse {
  name: string
  thread: SpellingThread
  /** Of its files, once they are loaded. */
  version?: string
}

export function createSpellingService({ folder, workerFile, kind, settings, patience = PATIENCE }: SpellingOptions) {
  let inUse: InUse | undefined

  async function stop(): Promise<void> {
    const stopping = inUse
    inUse = undefined
    await stopping?.thread.close()
  }

  /** The chosen dictionary, loaded if it is not yet; none when spelling is not checked here. */
  function choose(): InUse | undefined {
    const { spelling, dictionary } = settings()
    const wanted = kind === 'dictionaries' && spelling ? dictionary : null
    if (inUse && inUse.name !== wanted) void stop()
    if (wanted !== null) inUse ??= { name: wanted, thread: startSpellingThread(workerFile, { folder, name: wanted }, patience) }
    return inUse
  }

  /** Null once the dictionary can be used. */
  async function problemOf(chosen: InUse): Promise<string | null> {
    return chosen.thread.ask({ ask: 'version' }).then((version) => {
      chosen.version = version as string
      return null
    }, (error: Error) => error.message)
  }

  /** As `choose`, but one that could not be loaded, or whose files have changed since, is loaded anew. */
  async function chooseAnew(): Promise<InUse | undefined> {
    const before = inUse
    const chosen = choose()
    if (!chosen || chosen !== before) return chosen
    await problemOf(chosen)
    const isSame = chosen.version !== undefined && chosen.version === await versionOf(folder, chosen.name).catch(() => null)
    if (!isSame && inUse === chosen) await stop()
    return choose()
  }

  async function state(): Promise<SpellingState> {
    if (kind !== 'dictionaries') return { kind, folder, dictionaries: [], language: null }
    // So that there is a place to put them. Where it can't be made, the search says so.
    if (settings().spelling) await mkdir(folder, { recursive: true }).catch(() => undefined)
    const found = await findDictionaries(folder)
    const chosen = await chooseAnew()
    if (!chosen) return { kind, folder, dictionaries: found, language: null }
    const known: Dictionary = { name: chosen.name, problem: await problemOf(chosen) }
    const dictionaries = [...found.filter(({ name }) => name !== known.name), known].toSorted((one, other) => (one.name < other.name ? -1 : 1))
    return { kind, folder, dictionaries, language: known.problem === null ? languageOf(known.name) ?? 'en' : null }
  }

  /** A dictionary that can't be used knows nothing: its problem is told where it is chosen. */
  async function ask(request: Parameters<SpellingThread['ask']>[0]): Promise<string[]> {
    return await choose()?.thread.ask(request).catch(() => []) as string[] | undefined ?? []
  }

  const handlers: Pick<DeskHandlers, Extract<keyof DeskHandlers, `spelling.${string}`>> = {
    'spelling.state': state,
    'spelling.check': ({ words }) => ask({ ask: 'check', words }),
    'spelling.suggest': ({ word }) => ask({ ask: 'suggest', word }),
    'spelling.add': async ({ word }) => {
      await addOwnWord(folder, word)
      await ask({ ask: 'add', word })
      return {}
    },
  }
  return { handlers, close: stop }
}
