import type { Issue } from '../../shared/issue.ts'
import type { Speaker } from '../../shared/speaker.ts'
import type { NameNoun } from '../marks/name-acts.ts'

/** A speaker or an issue, as their screen shows both. */
export interface Named {
  noun: NameNoun
  id: string
  name: string
  position: number
  statements: number
  /** Only a speaker has a colour, other names and somebody to speak for. */
  speaker: Speaker | null
}

export function namedSpeaker(speaker: Speaker): Named {
  return { noun: 'speaker', id: speaker.id, name: speaker.name, position: speaker.position, statements: speaker.statements, speaker }
}

export function namedIssue({ id, proposition, position, statements }: Issue): Named {
  return { noun: 'issue', id, name: proposition, position, statements, speaker: null }
}
