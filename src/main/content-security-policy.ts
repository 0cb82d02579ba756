import { createHash } from 'node:crypto'
import { exportedStyles } from './formats/exported-styles.ts'

/**
 * The content security policy of every page that Counterpoint shows, in either face: its own files and nothing else.
 * An exported page that is previewed or printed inherits it (https://www.w3.org/TR/CSP3/#security-inherit-csp), so the exports' own styles
 * are let through by their hashes.
 * `connect` lists what the page may connect to; none by default.
 */
export function contentSecurityPolicy(connect: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${exportedStyles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`).join(' ')}`,
    'frame-src blob:',
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connect.length > 0 ? connect.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
