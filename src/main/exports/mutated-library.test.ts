/** Spoilt libraries: each is refused whole, with a sentence, or what comes in is whole and comes back equal. MUTATIONS and SEED choose more. */
import { expect, test } from 'vitest'
import { tryMutations } from './try-mutations.ts'
import { aFilledLibrary } from './a-filled-library.ts'

const seed = Number(process.env.SEED ?? 20261124)
const runs = Number(process.env.MUTATIONS ?? 150)

test('a spoilt library is refused whole, or what is accepted verifies and comes back equal', async () => {
  const { accepted, refused, failed } = await tryMutations(await aFilledLibrary(), { seed, runs })
  expect(failed).toEqual([])
  expect(accepted).toBeGreaterThan(runs / 20)
  expect(refused).toBeGreaterThan(runs / 5)
}, 120_000)
