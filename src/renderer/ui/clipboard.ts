/** Rejects with a sentence if the system allows neither way of copying. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    if (!copyThroughSelection(text)) throw new Error('Copying is not allowed here. Save the file instead.')
  }
}

/** Programs that hold formatted text take the HTML, the others its source; where only plain text can be copied, all take that. */
export async function copyHtml(html: string): Promise<void> {
  try {
    const as = (type: string): Blob => new Blob([html], { type })
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': as('text/html'), 'text/plain': as('text/plain') })])
  } catch {
    await copyText(html)
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
