/** What is kept for this device, in one JSON file outside any library. A file that can't be read counts as absent. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { Settings } from '../../shared/settings.ts'

export type SettingsFile = ReturnType<typeof openSettingsFile>

export function openSettingsFile(file: string) {
  let settings = read(file)
  return {
    get: (): Settings => settings,
    /** Throws the system's error when they can't be stored; then they are what they were. */
    update(changes: Partial<Settings>): Settings {
      // Another copy may have written meanwhile.
      const changed = { ...read(file), ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) }
      store(file, changed)
      settings = changed
      return settings
    },
  }
}

/** Written aside and then renamed, so that the file is always whole. */
function store(file: string, settings: Settings): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const partial = `${file}.${process.pid}.partial`
  try {
    writeFileSync(partial, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
    renameSync(partial, file)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function read(file: string): Settings {
  try {
    return v.parse(Settings, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return v.parse(Settings, {})
  }
}
