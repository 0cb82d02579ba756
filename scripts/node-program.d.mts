export const oldest: [major: number, minor: number]
export const packages: Record<string, string>
export function isNewEnough(version: string): boolean
export function nodeProgram(now: { execPath: string; versions: { node: string }; platform: string; arch: string; root: string }): string
