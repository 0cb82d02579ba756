export interface Progress {
  update(transferred: number, total: number | null): void
  clear(): void
}
export function createProgress(output: { write(text: string): unknown; columns?: number; isTTY?: boolean }, options?: { isTerminal?: boolean; now?: () => number }): Progress
export function bar(state: { transferred: number; total: number | null; speed: number; columns: number }): string
