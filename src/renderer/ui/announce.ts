/** Says a short sentence to screen readers, politely. The region stands in index.html. */
export function announce(text: string): void {
  const region = document.getElementById('announcements')
  if (region) region.textContent = text
}
