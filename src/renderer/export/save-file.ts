/** How an export leaves the window: through the system's dialog where the face has one, else as the browser's download. */
import type { ExportFile } from '../../shared/export.ts'
import { client } from '../api.ts'
import { toast, toastError } from '../ui/toast.tsx'

/** False when the person cancelled. Says what came of it, once it has. Rejects with a sentence when the file can't be written. */
export async function saveFile({ fileName, mediaType, encoding, content }: ExportFile): Promise<boolean> {
  const file = { fileName, mediaType, encoding, content }
  const { capabilities } = await client.call('app.info', {})
  if (!capabilities.saveFile) {
    download(file)
    // Where it goes, and whether it arrives, is between the person and the browser.
    toast({ text: `Your browser is saving ${fileName}` })
    return true
  }
  const { saved } = await client.call('app.saveFile', file)
  if (saved === null) return false
  toast({ text: `Saved ${saved.split(/[/\\]/).at(-1)}`, action: { label: 'Show in folder', onClick: () => { client.call('app.showFile', { path: saved }).catch(toastError) } } })
  return true
}

function download(file: ExportFile): void {
  const address = URL.createObjectURL(blobOf(file))
  const link = document.createElement('a')
  link.href = address
  link.download = file.fileName
  link.click()
  // The download begins after this task: the address has to outlive it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export function blobOf({ mediaType, encoding, content }: ExportFile): Blob {
  return new Blob([encoding === 'base64' ? Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0)) : content], { type: mediaType })
}
