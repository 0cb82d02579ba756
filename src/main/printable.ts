/**
 * Text from outside as one line for a terminal: control characters (line ends, tabs, escapes) and the characters
 * that turn the direction of writing become spaces, so that no title or file name can forge a line or a command.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}
