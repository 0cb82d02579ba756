/** Saving an export where the person chooses: the system's dialog, then the file, whole or not at all. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileFilter, SaveDialogOptions, SaveDialogReturnValue } from 'electron'
import type { ExportFile } from '../../shared/export.ts'
import { AppError } from '../../shared/rpc.ts'
import { safeFileName } from '../formats/safe-file-name.ts'
import { replaceFile } from '../replace-file.ts'

export interface FileSaverPieces {
  showSaveDialog(options: SaveDialogOptions): Promise<Pick<SaveDialogReturnValue, 'canceled' | 'filePath'>>
  showItemInFolder(file: string): void
  /** The folder that was saved to last; null when there is none. */
  lastFolder(): Promise<string | null>
  keepFolder(folder: string): Promise<unknown>
  /** The system's folder of documents, which some have not. */
  documents(): string
  home(): string
}

/** How much is decoded at once, in UTF-16 code units: a few milliseconds' work. A multiple of 4, so that Base64 is cut between bytes. */
const PIECE = 4 * 1024 * 1024

/** Characters of the name that is offered, without its ending. File systems take 255 bytes. */
const LONGEST_NAME = 100

export function createFileSaver(pieces: FileSaverPieces) {
  const saved = new Set<string>()

  async function startFolder(): Promise<string> {
    for (const folder of [await pieces.lastFolder(), pieces.documents()]) {
      if (folder && (await stat(folder).catch(() => undefined))?.isDirectory()) return folder
    }
    return pieces.home()
  }

  return {
    /** Gives the path once the file is there, null when the person cancels. */
    async save(file: ExportFile): Promise<string | null> {
      const { name, filters } = offered(file)
      const { canceled, filePath } = await pieces.showSaveDialog({
        title: `Save ${name}`,
        defaultPath: path.join(await startFolder(), name),
        filters,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || !filePath) return null
      await replaceFile(filePath, piecesOf(file))
      saved.add(filePath)
      await pieces.keepFolder(path.dirname(filePath))
      return filePath
    },

    /** The page can ask only for what was saved from here. */
    show(file: string): void {
      if (!saved.has(file)) throw new AppError('not-found', 'Counterpoint has not saved that file since it was started.')
      pieces.showItemInFolder(file)
    },
  }
}

/** By media type: what the dialog calls the kind of file, and its ending. */
const kinds: Record<string, { name: string; ending: string }> = {
  'application/json': { name: 'JSON file', ending: 'json' },
  'application/ld+json': { name: 'Web Annotation', ending: 'jsonld' },
  'application/pdf': { name: 'PDF document', ending: 'pdf' },
  'application/vnd.oasis.opendocument.text': { name: 'OpenDocument text', ending: 'odt' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { name: 'Word document', ending: 'docx' },
  'text/csv': { name: 'CSV table', ending: 'csv' },
  'text/html': { name: 'Web page', ending: 'html' },
  'text/markdown': { name: 'Markdown text', ending: 'md' },
}

/** What the dialog offers: a name that every system takes, with the ending of its kind where the person left it out. */
export function offered({ fileName, mediaType }: Pick<ExportFile, 'fileName' | 'mediaType'>): { name: string; filters: FileFilter[] } {
  const kind = kinds[mediaType.split(';', 1)[0]!]
  const typed = /\.[A-Za-z][A-Za-z\d]{0,8}$/.exec(fileName)?.[0]
  const ending = typed ?? (kind ? `.${kind.ending}` : '')
  const name = `${safeFileName(typed ? fileName.slice(0, -typed.length) : fileName, LONGEST_NAME)}${ending}`
  const all = { name: 'All files', extensions: ['*'] }
  return { name, filters: kind ? [{ name: kind.name, extensions: [kind.ending] }, all] : [all] }
}

function* piecesOf({ encoding, content }: ExportFile): Generator<Uint8Array> {
  for (let from = 0; from < content.length;) {
    const isPair = /[\uD800-\uDBFF]/.test(content.charAt(from + PIECE - 1))
    const to = from + (isPair ? PIECE - 1 : PIECE)
    yield Buffer.from(content.slice(from, to), encoding)
    from = to
  }
}
