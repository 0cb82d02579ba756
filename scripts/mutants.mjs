/**
 * `npm run test:mutants`: breaks ten named rules of anchoring one by one, in a copy, and expects a test to fail each time.
 * Exit status 1 when a break goes unnoticed or no longer fits the source.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const anchor = 'src/shared/anchor'
const mutants = [
  ['Exact words need context that agrees', 'place-range.ts', 'return left >= ENOUGH || right >= ENOUGH ||', 'return true ||'],
  ['Words that moved bring their context', 'place-range.ts', 'return left >= ENOUGH && right >= ENOUGH\n    &&', 'return'],
  ['Of several that fit none is taken', 'place-range.ts', 'if (inBefore.length === 1 && inAfter.length === 1) return true', 'return true'],
  ['A rival must be worse on both sides', 'agreement.ts', 'one.left >= rival.left + MARGIN && one.right >= rival.right + MARGIN', 'one.left + one.right >= rival.left + rival.right'],
  ['Ends lie between grapheme clusters', 'place-range.ts', 'isWhole(pair.after, place) && ', ''],
  ['Ends cut no other word than before', 'place-range.ts', ' && cutFromWords(pair.after, place) === borders', ''],
  ['Ranges keep their order', 'carry-over.ts', 'return areInOrder(spans) && spans', 'return spans'],
  ['A highlight takes its worst range’s state', 'carry-over.ts', 'worstLast.indexOf(one) > worstLast', 'worstLast.indexOf(one) < worstLast'],
  ['Reworded waits for the reader', 'place-range.ts', "if (close) return offer('reworded', [close, ...sought.places])", "if (close) return { state: 'same', span: close }"],
  ['Ranges of one highlight stay together', 'carry-over.ts', '<= DRIFT)', '<= Infinity)'],
]

const folder = (mkdirSync('.cache', { recursive: true }), mkdtempSync(join('.cache', 'mutants-')))
let hasFailed = false
try {
  for (const name of ['src/shared', 'package.json', 'vitest.config.ts', 'tsconfig.base.json']) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  if (!areTestsPassing()) throw new Error('The tests of anchoring fail before anything is broken: mend them first.')
  console.table(mutants.map(([rule, file, words, instead]) => ({ rule, file, result: resultOf(file, words, instead) })))
} finally {
  rmSync(folder, { recursive: true })
}
process.exit(hasFailed ? 1 : 0)

function resultOf(file, words, instead) {
  const path = join(folder, anchor, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(words).length !== 2) return failed('no longer fits the source')
  writeFileSync(path, source.replace(words, () => instead))
  const isNoticed = !areTestsPassing()
  writeFileSync(path, source)
  return isNoticed ? 'a test failed, as it should' : failed('SURVIVED')
}

function failed(result) {
  hasFailed = true
  return result
}

function areTestsPassing() {
  return spawnSync(process.execPath, [join(process.cwd(), 'node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', anchor], { cwd: folder, encoding: 'utf8' }).status === 0
}
