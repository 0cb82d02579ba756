/** Whether a link may be kept: http, https and mailto only. */
export function isLinkAddress(address: string): boolean {
  return /^(https?:\/\/[^\s/]+|mailto:[^\s@]+@\S+)/i.test(address)
}

/** What a person typed, as an address: "example.org" gets its https://. Null if it can't be one. */
export function toLinkAddress(typed: string): string | null {
  const address = typed.trim()
  if (isLinkAddress(address)) return address
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`
  return /^[^\s:/@]+\.[^\s:/@]+(\/\S*)?$/.test(address) ? `https://${address}` : null
}
