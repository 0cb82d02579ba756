/** Stores a text as it is typed, each time against the version that it goes on from, and holds it when another window has changed it. */
import { toLexical, type LexicalDocument } from '../../shared/body.ts'
import { passes } from '../../shared/disk-fault.ts'
import { AppError } from '../../shared/rpc.ts'
import { NotStoredYet, type TryAgain } from './try-again.ts'

/** The longest that typed words wait to be stored, in ms. */
export const TYPING_WAIT = 300
/** How often leaving tries to keep both texts while another window goes on writing. */
const MOST_TRIES = 5

export interface TextSaverParts<Stored extends StoredText> {
  /** What is there to begin with. */
  begin: Stored
  /** Rejects with the code `conflict` when the text that is there has another version than `from`. */
  save: (document: LexicalDocument, from: Stored) => Promise<unknown>
  read: () => Promise<Stored>
  versionOf: (document: LexicalDocument) => string | null
  /** Each time words begin to wait: the promise tells what becomes of them. */
  report: (stored: Promise<void>) => void
  /** Of what it is the text, such as `note article 01…`. */
  key: string
  /** Where it waits while it can't be stored. */
  unsaved: Pick<TryAgain, 'later' | 'done'>
  wait?: number
}

/** What is there by now, and its version. No document: another window took the text away. */
export interface StoredText { document: LexicalDocument | null; version: string | null }
/** Two texts that don't go on from each other: what is typed here, and what another window stored. */
export interface Conflict<Stored = StoredText> { mine: LexicalDocument; other: Stored }
export interface SaverState<Stored = StoredText> {
  /** Words wait to be stored or are on their way, so a text from outside must wait. */
  unsaved: boolean
  conflict: Conflict<Stored> | null
  /** What the words go on from: what was last read or stored here. */
  from: Stored
}
/** Nothing is stored until the person has chosen; the editor says so, so nobody else need. */
export class UndecidedConflict extends Error {
  override message = 'The text was changed in another window. Choose first which of the two stays, or keep both.'
}

export class TextSaver<Stored extends StoredText = StoredText> {
  private readonly parts: TextSaverParts<Stored>
  private readonly listeners = new Set<() => void>()
  private shownState: SaverState<Stored>
  private waiting: LexicalDocument | null = null
  private sending: LexicalDocument | null = null
  private running: Promise<void> = Promise.resolve()
  private timer: ReturnType<typeof setTimeout> | undefined
  private told: PromiseWithResolvers<void> | null = null
  private dropped = false
  private left = false
  private report: TextSaverParts<Stored>['report']
  private problem: Error | undefined

  constructor(parts: TextSaverParts<Stored>) {
    this.parts = parts
    this.report = parts.report
    this.shownState = { unsaved: false, conflict: null, from: parts.begin }
  }

  readonly state = (): SaverState<Stored> => this.shownState

  readonly subscribe = (listener: () => void): () => void => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What is typed and not stored yet. */
  typed(): LexicalDocument | null {
    return this.waiting ?? this.sending
  }

  /** An editor shows it. */
  readonly take = (): void => { this.left = false }

  /** Another editor goes on with it, and is told from now on. */
  goOn(report: TextSaverParts<Stored>['report']): void {
    this.report = report
  }

  /** The editor shows what is stored. */
  shown(from: Stored): void {
    this.show({ from })
  }

  /** What is stored was read again; while the person has not chosen, the newest of it is what they are shown. */
  sees(other: Stored): void {
    const { conflict } = this.shownState
    if (conflict) this.show({ conflict: { ...conflict, other } })
  }

  readonly change = (document: LexicalDocument): void => {
    if (this.dropped) return
    const { conflict } = this.shownState
    this.waiting = document
    this.show({ unsaved: true, conflict: conflict && { ...conflict, mine: document } })
    if (conflict) return
    this.tell()
    this.timer ??= setTimeout(() => { this.flush().catch(() => undefined) }, this.parts.wait ?? TYPING_WAIT)
  }

  /** Stores what waits; rejects when it can't be stored. `atOnce`: the page goes, and no answer that is still to come can be waited for. */
  flush(atOnce = false): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const stored = this.next(atOnce)
    stored.catch(() => undefined)
    this.told?.resolve(stored)
    this.told = null
    return stored
  }

  /** The other text counts as read: what the editor holds from now on goes on from it. */
  settle(): void {
    const { conflict } = this.shownState
    if (!conflict) return
    this.show({ from: conflict.other, conflict: null })
    this.tell()
  }

  /** The text is left for good: of two that the person has not chosen between, both are kept. Gives whether it came to that. */
  async leave(atOnce = false): Promise<boolean> {
    this.left = true
    await this.flush(atOnce).catch(() => undefined)
    const mine = this.shownState.conflict?.mine
    if (!mine) return false
    for (let tries = 0; this.shownState.conflict && tries < MOST_TRIES; tries += 1) {
      const { other } = this.shownState.conflict
      this.settle()
      this.waiting = bothTexts(mine, other.document)
      await this.flush(atOnce).catch(() => undefined)
    }
    return this.waiting === null
  }

  /** Another attempt at what could not be stored. Rejects when it can't be; tells only when it is. */
  async again(): Promise<void> {
    if (this.left) return this.leaveAgain()
    await this.next(false)
    this.report(Promise.resolve())
  }

  /** From now on nothing is stored; resolves once what is under way is answered. */
  async drop(): Promise<void> {
    this.dropped = true
    clearTimeout(this.timer)
    this.waiting = null
    this.parts.unsaved.done(this.parts.key, this)
    await this.running.catch(() => undefined)
  }

  private async leaveAgain(): Promise<void> {
    if (await this.leave() || !this.waiting) return
    throw this.problem
  }

  /** A keystroke that changes nothing of it draws nothing anew. */
  private show(change: Partial<SaverState<Stored>>): void {
    const before = this.shownState
    if ((Object.keys(change) as (keyof SaverState)[]).every((name) => change[name] === before[name])) return
    this.shownState = { ...this.shownState, ...change }
    this.listeners.forEach((listener) => listener())
  }

  private tell(): void {
    if (this.told) return
    this.told = Promise.withResolvers()
    this.report(this.told.promise)
  }

  /** What is refused for a reason that passes waits for better times. */
  private keep(error: Error & { code?: AppError['code'] }): Error {
    this.problem = error
    if (error.code === undefined || !passes(error)) return error
    const notYet = new NotStoredYet(error.code)
    this.parts.unsaved.later(this.parts.key, this, notYet)
    return notYet
  }

  /** What becomes of the words that wait, or of those that an earlier save took along. */
  private next(atOnce: boolean): Promise<void> {
    if (this.shownState.conflict) return Promise.reject(new UndecidedConflict())
    if (this.waiting) this.running = atOnce ? this.store() : this.running.catch(() => undefined).then(() => this.store())
    return this.running
  }

  private async store(): Promise<void> {
    const document = this.waiting
    if (!document || this.shownState.conflict || this.dropped) return
    const { save, read, versionOf } = this.parts
    const from = this.sending ? { ...this.shownState.from, version: versionOf(this.sending) } : this.shownState.from
    this.waiting = null
    this.sending = document
    try {
      await save(document, from)
      this.show({ from: { ...from, version: versionOf(document) } })
      if (!this.waiting) this.parts.unsaved.done(this.parts.key, this)
    } catch (error) {
      // What could not be stored stays unsaved: the next keystroke, or leaving the field, tries again.
      this.waiting ??= document
      if (!(error instanceof AppError && error.code === 'conflict')) throw this.keep(error as Error)
      const other = await read()
      this.show({ conflict: { mine: this.waiting, other } })
      throw new UndecidedConflict()
    } finally {
      if (this.sending === document) this.sending = null
      this.show({ unsaved: this.waiting !== null || this.sending !== null })
    }
  }
}

/** Mine, and below it the other's under a heading. */
export function bothTexts(mine: LexicalDocument, other: LexicalDocument | null): LexicalDocument {
  const below = other?.root.children ?? []
  if (below.length === 0) return mine
  const heading = toLexical([{ type: 'heading-3', inlines: [{ text: 'Written in another window' }] }]).root.children ?? []
  return { root: { ...mine.root, children: [...mine.root.children ?? [], ...heading, ...below] } }
}
