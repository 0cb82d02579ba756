import type { ReactNode } from 'react'

/** A highlight in miniature: tint and line in the speaker's colour. Null: no speaker. Always beside the name. */
export function Swatch({ colour }: { colour: number | null }): ReactNode {
  return <i className={`sw sp${colour ?? 0}`} aria-hidden />
}

export function SpeakerName({ name, colour }: { name: string; colour: number | null }): ReactNode {
  return <span className="speaker-name"><Swatch colour={colour} /> {name}</span>
}
