/** Addresses that may be kept: http, https and, for links, mailto. All others are dropped. */

/** The address made absolute, or undefined when it isn't one that may be kept. */
export function safeLink(address: string, base?: string): string | undefined {
  const url = URL.parse(address.trim(), base || undefined)
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}

/** The same for a page or a picture: http and https only. */
export function webAddress(address: string, base?: string): string | undefined {
  const link = safeLink(address, base)
  return link && !link.startsWith('mailto:') ? link : undefined
}
