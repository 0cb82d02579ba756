/** What is kept for this device, in one JSON file outside any library. A file that can't be read counts as absent. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { Settings } from '../../shared/settings.ts'

export type SettingsFile = ReturnType<typeof openSettingsFile>

export function openSettingsFile(file: string) {
  let settings = read(file)
  return {
    get: (): Settings => settings,
    /** Written aside and then renamed, so that the file is always whole. */
    update(changes: Partial<Settings>): Settings {
      // Another copy may have written meanwhile.
      settings = { ...read(file), ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) }
      mkdirSync(dirname(file), { recursive: true })
      const partial = `${file}.${process.pid}.partial`
      writeFileSync(partial, `${JSON.stringify(settings, null, 2)}\n`)
      renameSync(partial, file)
      return settings
    },
  }
}

function read(file: string): Settings {
  try {
    return v.parse(Settings, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return v.parse(Settings, {})
  }
}
