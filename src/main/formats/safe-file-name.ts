/** A name that Windows, macOS and Linux all take: no reserved characters or names, at most `most` characters. */
export function safeFileName(title: string, most = 80): string {
  const name = [...title.normalize('NFC').replace(/[\p{C}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ')].slice(0, most).join('').replace(/^[\s.]+|[\s.]+$/g, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\..*)?$/i.test(name) ? `Counterpoint ${name}`.trim() : name
}
