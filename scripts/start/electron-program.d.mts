export function electronVersion(project: string): string | undefined
export function programPath(platform?: NodeJS.Platform): string
export function architecture(env?: NodeJS.ProcessEnv): string
export function installedProgram(project: string): string | undefined
