export const root: string
export function buildIfNeeded(print: (line: string) => void): Promise<void>
