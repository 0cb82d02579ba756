/** Words a minute, of a person who reads closely. */
export const READING_SPEED = 230

export function minutesToRead(words: number): string {
  return `${Math.max(1, Math.round(words / READING_SPEED))} min`
}
