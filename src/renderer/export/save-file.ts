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

/** Rejects with a sentence if the system allows neither way of copying. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    if (!copyThroughSelection(text)) throw new Error('Copying is not allowed here. Save the file instead.')
  }
}

/** For windows without permission to write to the clipboard. It lies in the open dialog, which keeps the focus inside. */
function copyThroughSelection(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr'
  const home = document.querySelector('[role=dialog]:not([aria-modal=false])') ?? document.body
  home.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
