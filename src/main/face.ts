/** What a face can do beyond the contract. What is absent here the page does not offer. */
import type { DeskHandlers, MenuCommand } from '../shared/contract.ts'
import type { ExportFile } from '../shared/export.ts'
import { AppError, type CallContext } from '../shared/rpc.ts'
import type { SpellingState } from '../shared/spelling.ts'

export interface Face {
  /** The system's folder picker; null when it was cancelled. */
  chooseFolder?: () => Promise<string | null>
  /** A whole page that needs nothing else, as a PDF. */
  printToPdf?: (html: string) => Promise<Uint8Array>
  /** Asks where, and writes the file there. Gives its path; null when it was cancelled. */
  saveFile?: (file: ExportFile) => Promise<string | null>
  /** Shows a file that was saved in the system's file manager. Throws `not-found` for any other. */
  showFile?: (path: string) => void
  /** The menu command that a new window was opened for. */
  takeCommand?: () => MenuCommand | null
  /** Who checks spelling; absent: the browser that shows the page. */
  spelling?: Exclude<SpellingState['kind'], 'browser'>
  /** This window's page has stored what was typed. */
  stored?: (client: CallContext['client']) => void
}

export function faceHandlers(face: Face, version: string): Pick<DeskHandlers, Extract<keyof DeskHandlers, `app.${string}`>> {
  return {
    'app.info': () => ({
      version,
      capabilities: { chooseFolder: face.chooseFolder !== undefined, printToPdf: face.printToPdf !== undefined, saveFile: face.saveFile !== undefined },
    }),
    'app.chooseFolder': async () => ({ folder: (await face.chooseFolder?.()) ?? null }),
    'app.printToPdf': async ({ html }) => {
      if (!face.printToPdf) throw new AppError('bad-input', 'This face makes no PDF. Print the page from your browser and choose “Save as PDF”.')
      return { content: Buffer.from(await face.printToPdf(html)).toString('base64') }
    },
    'app.saveFile': async (file) => {
      if (!face.saveFile) throw new AppError('bad-input', 'This face saves no files itself. Download the file from your browser.')
      return { saved: await face.saveFile(file) }
    },
    'app.showFile': ({ path }) => {
      if (!face.showFile) throw new AppError('bad-input', 'This face shows no files. Look for the file in your file manager.')
      face.showFile(path)
      return {}
    },
    'app.takeCommand': () => ({ command: face.takeCommand?.() ?? null }),
    'app.stored': (_input, { client }) => {
      face.stored?.(client)
      return {}
    },
  }
}
