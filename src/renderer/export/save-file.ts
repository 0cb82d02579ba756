/** Ways for an export to leave the window. Both faces are browsers, so a download serves both. */

export function saveFile({ fileName, mediaType, content }: { fileName: string; mediaType: string; content: string }): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download begins after this task: the address has to outlive it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
