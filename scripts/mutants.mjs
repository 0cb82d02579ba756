/**
 * `npm run test:mutants`: breaks the named rules of anchoring one by one, in a copy, and expects a test to fail each time.
 * Exit status 1 when a break goes unnoticed or no longer fits the source.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const anchor = 'src/shared/anchor'
const mutants = [
  ['Words stay among their words', 'place-range.ts', 'return left >= ENOUGH || right >= ENOUGH ||', 'return true ||'],
  ['A few words that moved bring their neighbours', 'place-range.ts', 'return left >= ENOUGH && right >= ENOUGH', 'return true'],
  ['A few words need neighbours', 'place-range.ts', '>= TELLING) return true', '>= 0) return true'],
  ['Words are taken only where their frame agrees', 'place-range.ts', 'self && place.agrees', 'self'],
  ['What stood elsewhere already did not move', 'place-range.ts', '&& !stoodElsewhere(', '&& !((..._all) => false)('],
  ['In another frame the words wait', 'place-range.ts', "return { state: 'said-by-another', span: retold }", "return { state: 'same', span: retold }"],
  ['Words that were retold did not move', 'place-range.ts', 'if (framed && (retold || ', 'if (framed && ('],
  ['Nor is what another said taken back', 'place-range.ts', ' || tookRetold(pair, range, framed))', ')'],
  ['Another’s sentence is not this one, renamed', 'place-range.ts', ' && !isAnothers(pair, range, place)', ''],
  ['Words that may be either of two are not said by another', 'place-range.ts', ' && !couldSlide(pair, range, place)', ''],
  ['In its own frame nobody else says it', 'place-range.ts', ' && !isInItsFrame(pair, range, place)', ''],
  ['Reworded waits for the reader', 'place-range.ts', "if (close) return offer('reworded', [close, ...places()])", "if (close) return { state: 'same', span: close }"],
  ['A word with a typo is offered', 'place-range.ts', "if (put?.isAlike) return offer('reworded'", "if (put?.isAlike) return offer('lost'"],
  ['A few words with a typo are offered', 'close-match.ts', ' || (words.length <= SHORT && spelling(words, after.slice(found.start, found.end)) >= CLOSE)', ''],
  ['Of several that fit none is taken', 'rivals.ts', 'if (inBefore.length === 0 && inAfter.length === 0) return true', 'return true'],
  ['A rival must be worse on both sides', 'agreement.ts', 'one.left >= rival.left + MARGIN && one.right >= rival.right + MARGIN', 'one.left + one.right >= rival.left + rival.right'],
  ['A rival that agrees as well is far from edits', 'rivals.ts', '(isNoWorse(agreement, rival) && isFarFromEdits(stretches, { start: at, end: at + length }, side))', 'isNoWorse(agreement, rival)'],
  ['Ends lie between grapheme clusters', 'same-frame.ts', ' && isWhole(text, place)', ''],
  ['Ends cut no other word than before', 'same-frame.ts', ' && cutFromWords(text, place) === cutFromWords(home.text, span)', ''],
  ['What stands before belongs to the frame', 'frame.ts', ' && isSame(one.before, other.before)', ''],
  ['What stands after belongs to the frame', 'frame.ts', ' && isSame(one.after, other.after)', ''],
  ['A frame reaches back to who speaks', 'frame.ts', 'if (start >= 0) return { ...near, before: paragraph.slice(start, first.position) }', 'if (start >= 0) return near'],
  ['A frame ends where its speaker is named', 'frame.ts', 'if (sentences.some((one) => speechIn(reading, one).namesSpeaker)) return near', ''],
  ['All of a quotation belongs to the frame', 'frame.ts', 'return Math.min(position, found)', 'return position'],
  ['A quotation reaches to who is named after it', 'frame.ts', '.namesSpeaker)))) at++', '.namesSpeaker)))) return position'],
  ['The paragraph above may say who speaks', 'frame.ts', 'if (above.length > 0) return', 'if (above.length < 0) return'],
  ['A quotation goes on below', 'frame.ts', 'if (!goesOn && !/', 'if (!/'],
  ['Who speaks may be told below', 'frame.ts', 'return below < 0 ? near :', 'return below < Infinity ? near :'],
  ['A pronoun names nobody', 'speech-in.ts', 'return !pronouns.test(words) && /', 'return /'],
  ['A capital counts', 'frame-words.ts', 'words.length === 0 ? word.toLowerCase() : word', 'word.toLowerCase()'],
  ['The first word’s capital does not count', 'frame-words.ts', 'words.length === 0 ? word.toLowerCase() : word', 'word'],
  ['A number’s sign counts', 'frame-words.ts', '|[?？؟;%‰٪\\p{Sc}]/gv', '/gv'],
  ['Articles do not count', 'frame-words.ts', "new Set(['the', 'a', 'an', 'that', ", 'new Set([' ],
  ['A negation is never silent', 'frame-words.ts', "'that', 'has',", "'that', 'not', 'has',"],
  ['A word ends where a script without spaces begins', 'tokens.ts', '[[\\p{L}\\p{M}\\p{N}_]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]+', '[\\p{L}\\p{M}\\p{N}_]+'],
  ['Ranges keep their order', 'carry-over.ts', 'return areInOrder(spans) && spans', 'return spans'],
  ['A highlight takes its worst range’s state', 'carry-over.ts', 'worstLast.indexOf(one) > worstLast', 'worstLast.indexOf(one) < worstLast'],
  ['A highlight said by another keeps its old ranges', 'carry-over.ts', "return state === 'said-by-another' ?", 'return state === undefined ?'],
  ['Ranges of one highlight stay together', 'carry-over.ts', '<= DRIFT)', '<= Infinity)'],
]
/** The quick tests first: what they notice needs no random ones. */
const suites = [`${anchor}/said-by-another.test.ts`, `${anchor}/carry-over.test.ts`, anchor]

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
  return suites.every((suite) => {
    const { status, stdout } = spawnSync(process.execPath, [join(process.cwd(), 'node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', suite], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
    // What can't be read breaks every test, and shows nothing.
    if (status !== 0 && !/Tests +\d+ failed/.test(stdout)) throw new Error(`The tests in ${suite} could not be run:\n${stdout}`)
    return status === 0
  })
}
