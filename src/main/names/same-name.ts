/** Two names that people would take for one: case, accents' encoding and spacing aside. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b)
}

/** Equal for names that are the same. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim()
}
