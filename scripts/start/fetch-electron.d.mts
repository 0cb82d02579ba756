export interface FetchOptions {
  project: string
  /** Milliseconds. */
  limits?: { first: number; stall: number }
  env?: NodeJS.ProcessEnv
  output?: NodeJS.WritableStream
}
export function fetchElectron(options: FetchOptions): Promise<{ problem?: string; signal?: NodeJS.Signals }>
