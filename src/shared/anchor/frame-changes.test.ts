import { expect, test } from 'vitest'
import { passageChanges, type PassageChanges } from './frame-changes.ts'
import { tellingChanges } from './word-changes.ts'

/** The highlight stands in square brackets. */
function changes(before: string, after: string, language?: string): PassageChanges & { was: string; is: string } {
  const [was, is] = [before, after].map((text) => text.replaceAll(/[[\]]/g, ''))
  return { ...passageChanges({ text: was!, ranges: rangesIn(before) }, { text: is!, ranges: rangesIn(after) }, language), was: was!, is: is! }
}

function rangesIn(marked: string): { start: number; end: number }[] {
  return [...marked.matchAll(/\[([^\]]*)\]/g)].map(({ 0: whole, index }, k) => ({ start: index - 2 * k, end: index - 2 * k + whole.length - 2 }))
}

const named = (before: string, after: string, language?: string): string[] =>
  tellingChanges(changes(before, after, language).frame).map((one) => `${one.kind}: ${one.before} → ${one.after}`)

test.each([
  ['en', 'The mayor said that [the county will pay].', 'The treasurer said that [the county will pay].', ['name: The mayor → The treasurer']],
  ['en', 'The mayor said [the county will pay].', 'The mayor denied saying [the county will pay].', ['cue: said → denied saying']],
  ['en', 'Petra Vance, the council’s transport officer, said that [it cannot be].', 'Edda Roy, the council’s chair, denied saying that [it cannot be].', ['name: Petra Vance → Edda Roy', 'cue: said → denied saying']],
  ['en', 'The mayor said [the county will pay].', 'The mayor did not say [the county will pay].', ['negation: said → did not say']],
  ['en', 'It is not true that [we lied], the mayor said.', 'It is true that [we lied], the mayor said.', ['negation: not → ']],
  ['en', '[In 2014, about 82 percent were white], according to the bureau.', '[In 2014, about 82 percent were white], according to himself.', ['name: the bureau → himself']],
  ['en', 'He said that the storm had brought [fourteen people].', 'He said that the storm could have brought [fourteen people].', ['modal:  → could']],
  ['en', 'The northern union did not respond [to requests].', 'The southern union did not respond [to requests].', ['name: The northern union → The southern union']],
  ['en', 'In 2014 Ann said [it fell].', 'In 2015 Ann said [it fell].', ['number: 2014 → 2015']],
  ['en', 'Ann said yesterday that [it fell].', 'Ann said today that [it fell].', ['words: yesterday → today']],
  ['en', 'He met the union. “[We won],” he said.', 'He met the union. “[We won],” she said.', ['name: he → she']],
  ['fr', 'Le maire a déclaré que [le pont est sûr].', 'Le trésorier a démenti que [le pont soit sûr].', ['name: Le maire → Le trésorier', 'cue: déclaré → démenti']],
  ['de', 'Der Bürgermeister sagte, [die Brücke ist sicher].', 'Der Kämmerer bestritt, [die Brücke ist sicher].', ['name: Bürgermeister → Kämmerer', 'cue: sagte → bestritt']],
  ['de', 'Es ist möglich, dass [sie hält], sagte Roy.', 'Es ist unmöglich, dass [sie hält], sagte Roy.', ['negation: möglich → unmöglich']],
  ['es', 'Ana dijo que [el puente] debe cerrar.', 'Ana dijo que [el puente] puede cerrar.', ['modal: debe → puede']],
  ['pl', 'Burmistrz powiedział, że [most] musi zostać.', 'Skarbnik powiedział, że [most] nie zostanie.', ['name: Burmistrz → Skarbnik', 'negation: musi → nie']],
  ['ru', 'Мэр заявил, что [мост закроют].', 'Казначей не заявил, что [мост закроют].', ['name: Мэр → Казначей', 'negation:  → не']],
  ['tr', 'Başkan [köprü güvenli] dedi.', 'Başkan [köprü güvenli] demedi.', ['negation: dedi → demedi']],
  ['zh', '市长说[桥很安全]。', '财政局长否认[桥很安全]。', ['name: 市长 → 财政局长', 'cue: 说 → 否认']],
  ['zh', '他说[这座桥]安全。', '他说[这座桥]不安全。', ['negation:  → 不']],
  ['ja', '市長は「[橋は安全だ]」と述べた。', '知事は「[橋は安全だ]」と述べた。', ['name: 市長 → 知事']],
  ['ko', '시장은 [다리가 안전하다]고 말했다.', '지사는 [다리가 안전하다]고 말하지 않았다.', ['name: 시장은 → 지사는', 'negation: 말했다 → 말하지 않았다']],
  ['th', 'นายกเทศมนตรีกล่าวว่า[สะพานปลอดภัย]', 'นายกเทศมนตรีไม่กล่าวว่า[สะพานปลอดภัย]', ['negation:  → ไม่']],
  ['ar', 'قال العمدة إن [الجسر آمن].', 'قال الوزير إن [الجسر آمن].', ['name: العمدة → الوزير']],
  ['ar', 'قال العمدة إن [الجسر آمن].', 'نفى العمدة أن [الجسر آمن].', ['cue: قال → نفى']],
  ['he', 'ראש העיר אמר כי [הגשר בטוח].', 'ראש העיר לא אמר כי [הגשר בטוח].', ['negation:  → לא']],
  ['hi', 'मेयर ने कहा कि [पुल सुरक्षित है]।', 'मंत्री ने कहा कि [पुल सुरक्षित है]।', ['name: मेयर → मंत्री']],
  ['en', 'Police said [two men were held].', '[Two men were held], police said.', []],
  ['en', 'Did the mayor say [we won]?', 'The mayor did say [we won].', ['words: ? → ']],
  ['en', 'A spokesman for Norvik denied [any part in it].', 'A spokesman for Alma Shipping admitted [any part in it].', ['name: Norvik → Alma Shipping', 'cue: denied → admitted']],
  ['ja', '市長は[橋は安全だ]と述べた。', '市長は[橋は安全だ]とは述べなかった。', ['negation: べた → べなかっ']],
  [undefined, '市长说[桥很安全]。', '市长没说[桥很安全]。', ['negation: 说 → 没说']],
])('%s: %s → %s', (language, before, after, expected) => {
  expect(named(before, after, language)).toEqual(expected)
})

test.each([
  ['en', 'The ministry does deny it.', 'The ministry does not deny it.', ['negation:  → not']],
  ['en', 'We will never leave.', 'We will leave.', ['negation: never → ']],
  ['en', 'It is true.', 'It isn’t true.', ['negation: is → isn’t']],
  ['en', 'He flew to Paris on Monday.', 'He flew to Moscow on Monday.', ['name: Paris → Moscow']],
  ['en', 'Paris denied it.', 'Moscow denied it.', ['name: Paris → Moscow']],
  ['en', 'She left New York today.', 'She left Saint Petersburg today.', ['name: New York → Saint Petersburg']],
  ['en', 'About 1,200 people came.', 'About 12,000 people came.', ['number: 1,200 → 12,000']],
  ['en', 'Three people came.', 'Two people came.', ['number: Three → Two']],
  ['en', 'They will attack.', 'They may attack.', ['modal: will → may']],
  ['en', 'He allegedly stole the car.', 'He stole the car.', ['modal: allegedly → ']],
  ['en', 'It loses money on every sailing.', 'It loses money on most sailings.', ['words: every sailing → most sailings']],
  ['en', '“We deny it”', '"We deny it"', []],
  ['fr', 'Il a menti.', 'Il n’a pas menti.', ['negation: a → n’a pas']],
  ['fr', 'Il doit partir.', 'Il peut partir.', ['modal: doit → peut']],
  ['de', 'Wir werden zahlen.', 'Wir werden nicht zahlen.', ['negation:  → nicht']],
  ['ru', 'Она может уйти.', 'Она должна уйти.', ['modal: может → должна']],
  ['ar', 'قال إنه ليس صحيحا', 'قال إنه صحيحا', ['negation: ليس → ']],
  [undefined, 'Wir zahlen.', 'Wir zahlen nicht.', ['negation:  → nicht']],
  ['de', 'Es ist möglich.', 'Es ist unmöglich.', ['negation: möglich → unmöglich']],
  ['es', 'El puente es seguro.', 'El puente nunca es seguro.', ['negation:  → nunca']],
  ['es', 'El alcalde cede el puente.', 'El alcalde debe el puente.', ['modal: cede → debe']],
  ['pl', 'Most jest bezpieczny.', 'Most nie jest bezpieczny.', ['negation:  → nie']],
  ['pl', 'Most może zostać.', 'Most musi zostać.', ['modal: może → musi']],
  ['cs', 'Most je bezpečný.', 'Most není bezpečný.', ['negation: je → není']],
  ['cs', 'Starosta může platit.', 'Starosta musí platit.', ['modal: může → musí']],
  ['zh', '桥是安全的。', '桥不是安全的。', ['negation: 是 → 不是']],
  ['zh', '他们付款。', '他们必须付款。', ['modal:  → 必须']],
  ['zh', '这座桥安全。', '这座桥非常安全。', ['words:  → 非常']],
  ['zh-Hant', '橋是安全的。', '橋從未是安全的。', ['negation:  → 從未']],
  ['ja', '橋は安全です。', '橋は安全かもしれない。', ['modal: です → かもしれない']],
  ['ja', '知事が支払う。', '知事が支払うべきだ。', ['modal:  → べきだ']],
  ['th', 'จังหวัดต้องจ่าย', 'จังหวัดอาจจ่าย', ['modal: ต้อง → อาจ']],
  ['th', 'สะพานปลอดภัย', 'สะพานไม่ปลอดภัย', ['negation:  → ไม่']],
  ['ko', '다리는 안전하다.', '다리는 아마 안전하다.', ['modal:  → 아마']],
  ['ko', '군이 돈을 낸다.', '군이 돈을 내지 않는다.', ['negation:  → 않는다']],
  ['hi', 'पुल सुरक्षित है।', 'पुल सुरक्षित नहीं है।', ['negation:  → नहीं']],
  ['hi', 'पुल सुरक्षित है।', 'पुल शायद सुरक्षित है।', ['modal:  → शायद']],
  ['he', 'המחוז ישלם.', 'המחוז לא ישלם.', ['negation:  → לא']],
  ['he', 'הגשר נשאר כאן.', 'הגשר חייב כאן.', ['modal: נשאר → חייב']],
  ['he', 'הוא ביקש שהגשר יישאר.', 'הוא ביקש שלא הגשר יישאר.', ['negation:  → שלא']],
  ['tr', 'Köprü güvenli.', 'Köprü güvenli değil.', ['negation:  → değil']],
  ['tr', 'İlçe ödeyecek.', 'İlçe ödemeyecek.', ['negation: ödeyecek → ödemeyecek']],
  ['tr', 'İlçe öder.', 'İlçe ödeyebilir.', ['modal: öder → ödeyebilir']],
  ['tr', 'İlçe öder.', 'İlçe ödemeli.', ['modal: öder → ödemeli']],
])('in the words themselves, %s: %s → %s', (language, before, after, expected) => {
  const { words, frame } = changes(`[${before}]`, `[${after}]`, language)
  expect(frame).toEqual([])
  expect(tellingChanges(words).map((one) => `${one.kind}: ${one.before} → ${one.after}`)).toEqual(expected)
})

test('spans mark exactly the changed words, in each text', () => {
  const { frame, was, is } = changes('A dull day. Petra Vance said that [we cannot], and left.', 'A dull day. Edda Roy denied saying that [we cannot], and left.', 'en')
  expect(frame.flatMap(({ leftOut }) => (leftOut ? was.slice(leftOut.start, leftOut.end) : []))).toEqual(['Petra Vance', 'said'])
  expect(frame.flatMap(({ added }) => (added ? is.slice(added.start, added.end) : []))).toEqual(['Edda Roy', 'denied saying'])
})

test('both texts are looked at as far as either frame reaches, and a sentence of both is no change', () => {
  const { frame, before, after, was, is } = changes('The council met. The mayor said [we won].', 'The council met. He said [we won].', 'en')
  expect(frame.map((one) => [one.before, one.after])).toEqual([['The mayor', 'He']])
  expect([was.slice(before.start, before.end), is.slice(after.start, after.end)]).toEqual(['The council met. The mayor said we won.', 'The council met. He said we won.'])
})

test('words between the parts of an interrupted quote belong to its frame; changes in the parts are told apart', () => {
  const { frame, words } = changes('“[It is safe],” Ann said, “[and will stay so].”', '“[It is safe],” Bob said, “[and may stay so].”', 'en')
  expect(frame.map((one) => `${one.before} → ${one.after}`)).toEqual(['Ann → Bob'])
  expect(words.map((one) => `${one.kind}: ${one.before} → ${one.after}`)).toEqual(['modal: will → may'])
})

test('a highlight that lies in no sentence has no frame', () => {
  expect(passageChanges({ text: ' \n ', ranges: [{ start: 0, end: 1 }] }, { text: ' \n ', ranges: [{ start: 0, end: 1 }] })).toEqual({ frame: [], words: [], before: { start: 0, end: 1 }, after: { start: 0, end: 1 } })
})
