/** Electron itself, where its program is there (`npm run e2e:electron`). */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { _electron, expect, type ElectronApplication } from '@playwright/test'
import { watchPage } from '../page-recorder.ts'
import { ended, environment, root, type RunningApp } from './running-app.ts'

export function electronApp(home: string): RunningApp {
  let app: ElectronApplication | undefined
  const outside = new Set<string>()
  let recorded: ReturnType<typeof watchPage> | undefined
  const keep = (): void => recorded?.outside().forEach((address) => outside.add(address))
  return {
    async open() {
      keep()
      app = await _electron.launch({ args: [root], env: environment(home) as Record<string, string> })
      recorded = watchPage(app.context())
      return app.firstWindow()
    },
    close: async () => app?.close(),
    kill: () => ended(app?.process(), 'SIGKILL'),
    requestsOutside: () => {
      keep()
      return [...outside]
    },
    async saved(act) {
      const filePath = join(home, 'saved')
      const offered = await app!.evaluateHandle(({ dialog }, to) => {
        const given: { defaultPath?: string } = {}
        dialog.showSaveDialog = async (...words: unknown[]) => {
          Object.assign(given, words.at(-1))
          return { canceled: false, filePath: to }
        }
        return given
      }, filePath)
      await act()
      await expect.poll(() => offered.evaluate(({ defaultPath }) => defaultPath ?? '')).not.toBe('')
      const bytes = await expect.poll(() => bytesOf(filePath)).not.toBeUndefined().then(() => bytesOf(filePath)!)
      return { fileName: basename((await offered.jsonValue()).defaultPath!), bytes }
    },
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
