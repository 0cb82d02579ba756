/** When two names are one: the only place that says so, the same on every machine, whatever its language. */

/** Two names that people would take for one. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b)
}

/**
 * Equal for names that are the same, and kept beside them in the library. The rules: compatibility forms are composed (NFKC,
 * UAX #15); full case folding (Unicode 3.13: ß is ss, final sigma is sigma); the Turkish i, with its dot or without, is the
 * i of everybody else, so that a name means the same wherever it was typed; runs of white space are one space, none at the
 * ends. Accents count: Zoë is not Zoe.
 */
export function foldName(name: string): string {
  // Lower first, since the capital ẞ has no upper form of more than one letter; only by way of upper case do ß, ı and ς fold.
  const folded = name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase()
  return folded.replaceAll('i\u0307', 'i').replaceAll('ς', 'σ').normalize('NFKC').replace(/\s+/gu, ' ').trim()
}
