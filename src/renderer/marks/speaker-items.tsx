import type { Speaker } from '../../shared/speaker.ts'
import type { PickerItem } from '../ui/picker.tsx'
import { Swatch } from './speaker-name.tsx'

/** Speakers as pickers offer them, in the reader's own order. "He" finds a speaker only in the article where it means that one. */
export function speakerItems(speakers: Speaker[], articleId?: string): PickerItem[] {
  return speakers.map((speaker) => {
    const chain = speaksFor(speaker, speakers)
    return {
      id: speaker.id,
      name: speaker.name,
      aliases: speaker.aliases.filter((alias) => !alias.articleId || alias.articleId === articleId).map((alias) => alias.name),
      mark: <Swatch colour={speaker.colour} />,
      ...(chain.length > 0 ? { detail: `for ${chain.map((one) => one.name).join(', for ')}` } : {}),
    }
  })
}

/** Whom the speaker speaks for, nearest first. */
export function speaksFor(speaker: Speaker, speakers: Speaker[]): Speaker[] {
  const chain: Speaker[] = []
  for (let next = speaker.speaksForId; next; next = chain.at(-1)!.speaksForId) {
    const found = speakers.find((one) => one.id === next)
    if (!found || chain.includes(found)) break
    chain.push(found)
  }
  return chain
}
