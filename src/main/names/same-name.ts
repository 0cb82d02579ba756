/** Two names that people would take for one: case, accents' encoding and spacing aside. */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

function fold(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim()
}
