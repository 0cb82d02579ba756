/** Two comparisons in a fictional library: their titles, sizes and the words that every export of them must hold. */
export const comparisons: { title: string; columns: number; rows: number; words: string[] }[]
/** `call` asks the app: the contract's operations by name. */
export function fillLibrary(call: (name: never, input: never) => Promise<unknown>): Promise<void>
