/** What the program asked of the desktop, in order, and how the test has it answered. The test reads and writes both through `standIn`. */
export interface Entry { kind: string; given: unknown }

export const record: Entry[] = []
/** By kind of dialog; the first is taken. Without one, a dialog is cancelled. */
const answers = new Map<string, unknown[]>()

export function note(kind: string, given: unknown = null): void {
  record.push({ kind, given })
}

export function answerNext(kind: string, answer: unknown): void {
  answers.set(kind, [...(answers.get(kind) ?? []), answer])
}

export function takeAnswer(kind: string): unknown {
  return answers.get(kind)?.shift()
}

/** An event that a listener may prevent. */
export function preventable<T extends object>(fields: T = {} as T): T & { defaultPrevented: boolean; preventDefault(): void } {
  return { ...fields, defaultPrevented: false, preventDefault() { this.defaultPrevented = true } }
}
