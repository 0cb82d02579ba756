/** Libraries' files, spoilt in one to three places, imported: no internal error, nothing half-written, and what comes in is whole. */
import { aFilledLibrary } from '../src/main/exports/a-filled-library.ts'
import { tryMutations } from '../src/main/exports/try-mutations.ts'
import type { Fault } from './fault.ts'

const runs = Number(process.env.MUTATIONS ?? 1500)

export const fault: Fault = {
  name: 'Spoilt library files',
  async run({ random, seed }) {
    const { accepted, refused, mended, failed } = await tryMutations(await aFilledLibrary(), { seed, runs, random })
    return { tried: runs, failed, note: `${refused} refused, ${accepted} accepted, of which ${mended} were put right` }
  },
}
