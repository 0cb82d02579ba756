import { expect, test } from 'vitest'
import { namedChanges } from './named-changes.ts'

test.each([
  ['en', 'The ministry does deny it.', 'The ministry does not deny it.', ['“not” was added']],
  ['en', 'We will never leave.', 'We will leave.', ['“never” was removed']],
  ['en', 'It is true.', 'It isn’t true.', ['“is” became “isn’t”']],
  ['en', 'He flew to Paris on Monday.', 'He flew to Moscow on Monday.', ['“Paris” became “Moscow”']],
  ['en', 'Paris denied it.', 'Moscow denied it.', ['“Paris” became “Moscow”']],
  ['en', 'She left New York today.', 'She left Saint Petersburg today.', ['“New York” became “Saint Petersburg”']],
  ['en', 'About 1,200 people came.', 'About 12,000 people came.', ['“1,200” became “12,000”']],
  ['en', 'Three people came.', 'Two people came.', ['“Three” became “Two”']],
  ['en', 'They will attack.', 'They may attack.', ['“will” became “may”']],
  ['en', 'He stole the car.', 'He allegedly stole the car.', ['“allegedly” was added']],
  ['en', 'The man went home.', 'A man went back home.', []],
  ['en', '“We deny it”', '"We deny it"', []],
  ['fr', 'Il a menti.', 'Il n’a pas menti.', ['“n’a” was added', '“pas” was added']],
  ['fr', 'Il doit partir.', 'Il peut partir.', ['“doit” became “peut”']],
  ['de', 'Wir werden zahlen.', 'Wir werden nicht zahlen.', ['“nicht” was added']],
  ['de', 'Er soll gehen.', 'Er muss gehen.', ['“soll” became “muss”']],
  ['ru', 'Мы подпишем договор.', 'Мы не подпишем договор.', ['“не” was added']],
  ['ru', 'Она может уйти.', 'Она должна уйти.', ['“может” became “должна”']],
  ['ar', 'قال إنه ليس صحيحا', 'قال إنه صحيحا', ['“ليس” was removed']],
  ['ar', 'يجب أن نغادر', 'يمكن أن نغادر', ['“يجب” became “يمكن”']],
  [undefined, 'Wir zahlen.', 'Wir zahlen nicht.', ['“nicht” was added']],
])('%s: %s → %s', (language, before, after, sentences) => {
  expect(namedChanges(before, after, language)).toEqual(sentences)
})

test('every telling change of a long passage is named once, in order', () => {
  expect(namedChanges('On 5 May Ann said she would come. Bob agreed.', 'On 6 May Ann said she might not come. Eve agreed.', 'en'))
    .toEqual(['“5” became “6”', '“not” was added', '“would” became “might”', '“Bob” became “Eve”'])
})
