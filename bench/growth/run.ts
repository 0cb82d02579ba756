/**
 * `npm run bench:growth`: how far a library grows by what is done in it, beside what it holds without its history; how long a write
 * takes beside SQLite's alone; and how long many rows take to be undone. `-- --whole`: as many writes as each case stands for.
 */
import { stamp } from '../stamp.ts'
import { longNote, manyEdits, manyTypos, type Growth } from './cases.ts'
import { timeUndo, type Time } from './undo.ts'

const isWhole = process.argv.includes('--whole')
const { commit, machine, date } = stamp()
const inMs = ({ clock, processor }: Time): string => `${Math.round(clock)} ms (${Math.round(processor)} of the processor)`
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

console.log(`${date}, ${commit}, ${machine}`)
for (const rows of [20_000, 60_000]) {
  const { forth, back, forthAgain } = await timeUndo(rows)
  console.log(`${rows} statements set to one stance: ${inMs(forth)}; undone: ${inMs(back)}; done again: ${inMs(forthAgain)}`)
}
print('Mixed edits', await manyEdits(isWhole ? 100_000 : 10_000))
print('A note typed to 240 000 characters, with other edits between', await longNote(isWhole ? 5000 : 500))
print('Typos of an article of 36 000 characters', await manyTypos(200))

function print(name: string, { writes, of, before, atOnce, after, content, write, bare }: Growth): void {
  const extrapolated = writes < of ? `; for ${of}, in proportion: ${megabytes(content + ((after - content) * of) / writes)}` : ''
  console.log(`${name}: ${writes} of ${of} writes: ${megabytes(before)} before, ${megabytes(atOnce)} after, ${megabytes(after)} once tidied, ${megabytes(content)} of it without history${extrapolated}; ${write.toFixed(2)} ms a write, SQLite alone ${bare.toFixed(2)} ms`)
}
