/** Ways for an export to leave the window. Both faces are browsers, so a download serves both. */
import type { ExportFile } from '../../shared/export.ts'

export function saveFile(file: ExportFile): void {
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
