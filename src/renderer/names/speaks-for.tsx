import { Fragment, type ReactNode } from 'react'
import type { Speaker } from '../../shared/speaker.ts'
import { client } from '../api.ts'
import { speaksFor } from '../marks/speaker-items.tsx'
import { SpeakerPicker } from '../marks/speaker-picker.tsx'
import { addressOf } from '../route.ts'
import { toastError } from '../ui/toast.tsx'

/** Whom the speaker speaks for, whom those speak for in turn, and who speaks for this one. */
export function SpeaksFor({ speaker, speakers }: { speaker: Speaker; speakers: Speaker[] }): ReactNode {
  const chain = speaksFor(speaker, speakers)
  // Those that speak for this one can't be spoken for by it.
  const free = speakers.filter((one) => one.id !== speaker.id && !speaksFor(one, speakers).includes(speaker))
  const voices = speakers.filter((one) => one.speaksForId === speaker.id)
  return (
    <div>
      <SpeakerPicker
        label="Speaks for" className="names-picker" speakers={free} value={speaker.speaksForId} placeholder="Only itself"
        onPick={(speaksForId) => { client.call('speakers.update', { id: speaker.id, speaksForId }).catch(toastError) }}
      />
      {chain.length > 1 && <p className="names-chain">{chain.slice(0, -1).map((one, at) => <Fragment key={one.id}>{at > 0 && ', '}<NameLink speaker={one} /> speaks for <NameLink speaker={chain[at + 1]!} /></Fragment>)}</p>}
      {voices.length > 0 && <p className="names-chain">Spoken for by {voices.map((one, at) => <Fragment key={one.id}>{at > 0 && ', '}<NameLink speaker={one} /></Fragment>)}</p>}
    </div>
  )
}

function NameLink({ speaker: { id, name } }: { speaker: Speaker }): ReactNode {
  return <a href={addressOf({ screen: 'names', kind: 'speakers', id })}>{name}</a>
}
