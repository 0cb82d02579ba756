import { expect, test } from 'vitest'
import { bodyDifference } from './body-difference.ts'

test.each([
  ['nothing changed', ['One.', 'Two.'], ['One.', 'Two.'], [{ kind: 'same', texts: ['One.', 'Two.'] }]],
  ['a word changed', ['One.', 'We will not sign it today.'], ['One.', 'We will sign it today.'], [{ kind: 'same', texts: ['One.'] }, { kind: 'changed', before: 'We will not sign it today.', after: 'We will sign it today.' }]],
  ['a paragraph more', ['One.'], ['One.', 'Entirely new.'], [{ kind: 'same', texts: ['One.'] }, { kind: 'added', text: 'Entirely new.' }]],
  ['a paragraph less', ['Old words.', 'One.'], ['One.'], [{ kind: 'left-out', text: 'Old words.' }, { kind: 'same', texts: ['One.'] }]],
  ['one gone and the next changed', ['Old words here.', 'The dam opens in May this year.'], ['The dam opens in June this year.'], [{ kind: 'left-out', text: 'Old words here.' }, { kind: 'changed', before: 'The dam opens in May this year.', after: 'The dam opens in June this year.' }]],
  ['one replaced by another', ['Cats sleep.'], ['The parliament met again.'], [{ kind: 'added', text: 'The parliament met again.' }, { kind: 'left-out', text: 'Cats sleep.' }]],
])('%s', (_what, before, after, rows) => {
  expect(bodyDifference(before, after)).toEqual(rows)
})
