export function missingForElectron(here: { hasProgram: boolean; platform: string; env: Record<string, string | undefined> }): string | undefined
