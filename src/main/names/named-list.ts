/** What things known by a unique name have in common: speakers, issues, tags, collections. */
import { AppError } from '../../shared/rpc.ts'
import { foldName, sameName } from '../../shared/same-name.ts'

export interface NamedListParts<T> {
  noun: 'speaker' | 'issue' | 'tag' | 'collection'
  list: () => T[]
  /** Whether one is known by this folded name. */
  isKnown: (folded: string) => boolean
  /** The first is the one that it is shown by. */
  namesOf: (thing: T) => string[]
  /** What to do when a name is taken: a sentence. */
  advice: string
}

export function createNamedList<T extends { id: string }>({ noun, list, isKnown, namesOf, advice }: NamedListParts<T>) {
  return {
    list,
    has: (id: string): boolean => list().some((one) => one.id === id),
    get(id: string): T {
      const thing = list().find((one) => one.id === id)
      if (!thing) throw new AppError('not-found', `That ${noun} is not in the library any more.`)
      return thing
    },
    checkFree(name: string, exceptId?: string): void {
      const taken = list().find((one) => one.id !== exceptId && namesOf(one).some((known) => sameName(known, name)))
      if (taken) throw new AppError('conflict', `There is ${noun === 'issue' ? 'an' : 'a'} ${noun} “${namesOf(taken)[0]}” already. ${advice}`)
    },
    /** By which a new thing of a file is known; null where another has that name, so that both are kept. */
    freeName: (name: string): string | null => (isKnown(foldName(name)) ? null : foldName(name)),
    /** Those not there yet. */
    missing<N extends { id: string }>(things: N[]): N[] {
      const there = new Set(list().map((one) => one.id))
      return things.filter((one) => !there.has(one.id))
    },
  }
}
