import { expect, it } from 'vitest'
import { guessWording } from './guess-wording.ts'

/** The words between ⟦ and ⟧ are selected. */
function guess(marked: string): string {
  const parts = marked.split(/[⟦⟧]/u)
  let at = 0
  const spans = parts.flatMap((part, index) => {
    const span = { start: at, end: at + part.length }
    at = span.end
    return index % 2 === 1 ? [span] : []
  })
  return guessWording(parts.join(''), spans)
}

it.each([
  ['English, within the marks', 'The mayor said: “⟦We deny it⟧.”'],
  ['English, with the marks', 'The mayor said: ⟦“We deny it.”⟧'],
  ['English, the first half with its mark', '⟦“We deny it⟧ and will go on,” she said.'],
  ['English, one of two quotations in a paragraph', '“We deny it,” she said, “and ⟦will go on⟧ as before.”'],
  ['English, straight', 'He said, "It\'s ⟦the ministers\' fault⟧, not ours."'],
  ['English, straight and single', "He said: 'We don't believe ⟦the ministers' figures at all⟧,' and left."],
  ['British, single with a genitive inside', 'He said: ‘We doubt ⟦the ministers’ figures⟧ and don’t pay,’ and left.'],
  ['nested, the inner one', '“She told us ‘⟦never again⟧’ and left,” he said.'],
  ['nested, around the inner one', '“⟦She told us ‘never again’ and left⟧,” he said.'],
  ['nested, straight in straight', '"She told us \'never again\' and ⟦left at once⟧," he said.'],
  ['inches within a quotation', 'He said: "A 6" pipe ⟦burst at night⟧," and left.'],
  ['two quotations, both selected with what is between left out', '⟦“We deny it,”⟧ she said, ⟦“and will go on.”⟧'],
  ['paragraphs that each begin with a mark', '“We deny it.\n“⟦We never did it.⟧\n“And we never will,” she said.'],
  ['the first of two such paragraphs', 'She said: “We deny it. ⟦Everyone knows⟧.\n“We never will.”'],
  ['straight paragraphs that each begin with a mark', '"We ⟦deny it⟧.\n"We never did," she said.'],
  ['a quotation that runs on without a mark', '“We deny it.\n⟦We never did.⟧\nWe never will,” she said.'],
  ['German', 'Sie sagte: „⟦Wir weisen das zurück⟧.“'],
  ['German, nested', '„Er rief ‚⟦nie wieder⟧‘ und ging“, sagte sie.'],
  ['German books', 'Sie sagte: »⟦Wir weisen das zurück⟧.«'],
  ['German, an umlaut and a hyphen after the mark', 'Die „⟦Wir zahlen nicht⟧“-Rufe verstummten.'],
  ['Swiss', 'Sie sagte: «⟦Wir weisen das zurück⟧.»'],
  ['French, with thin spaces', 'Le maire a dit : «\u202F⟦Nous le nions\u202F⟧» avant de partir.'],
  ['French, with no-break spaces and nested', 'Il dit : «\u00A0⟦C’est “jamais” pour nous⟧\u00A0», puis part.'],
  ['French, a mark that closes before each paragraph', '« Nous le nions.\n» ⟦Nous ne paierons pas⟧ », dit-il.'],
  ['Italian', 'Il sindaco: «⟦Non è vero⟧», e via.'],
  ['Spanish, after the sign of a question', 'Dijo: “¿⟦Quién lo pagará⟧?” y se fue.'],
  ['Swedish', 'Hon sade: ”⟦Vi förnekar det⟧”, och gick.'],
  ['Swedish, nested', '”Han sade ’⟦aldrig mer⟧’ och gick”, sade hon.'],
  ['Finnish books', 'Hän sanoi: »⟦Emme maksa⟧» ja lähti.'],
  ['Danish books', 'Hun sagde: »⟦Vi afviser det⟧« og gik.'],
  ['Polish', 'Powiedział: „⟦Zaprzeczamy temu⟧”.'],
  ['Czech', 'Řekl: „⟦Popíráme to⟧.“'],
  ['Hungarian, nested', 'Azt mondta: „Ők »⟦soha többé⟧« kiáltottak.”'],
  ['Russian', '«⟦Мы это отрицаем⟧», — сказал мэр.'],
  ['Russian, nested', '«Он сказал „⟦никогда⟧“ и ушёл», — сказал мэр.'],
  ['Greek', 'Είπε: «⟦Το αρνούμαστε⟧».'],
  ['Turkish, a suffix after the mark', 'Başkan "⟦Reddediyoruz⟧"dedi ve gitti.'],
  ['Turkish, an apostrophe inside', 'Başkan “⟦Ankara’nın kararı bu⟧” dedi.'],
  ['Japanese', '市長は「⟦私たちは否定します⟧」と述べた。'],
  ['Japanese, nested', '「彼は『⟦二度としない⟧』と言った」と市長。'],
  ['Chinese', '市长说：“⟦我们否认⟧。”然后离开。'],
  ['Chinese, straight', '市长说"⟦我们否认⟧"然后离开。'],
  ['Chinese, nested', '“他说‘⟦不行⟧’这句话，”市长说。'],
  ['Taiwan', '市長說：「⟦我們否認⟧。」然後離開。'],
  ['Korean, a particle after the mark', '시장은 “⟦우리는 부인한다⟧”고 말했다.'],
  ['Korean, single', '시장은 ‘⟦우리는 부인한다⟧’고 말했다.'],
  ['Thai', 'นายกฯกล่าวว่า"⟦เราปฏิเสธ⟧"แล้วจากไป'],
  ['Hindi', 'महापौर ने कहा, “⟦हम इनकार करते हैं⟧।”'],
  ['Arabic', 'قال رئيس البلدية: «⟦نحن ننفي ذلك⟧».'],
  ['Arabic, curly the other way round', 'قال رئيس البلدية: ”⟦نحن ننفي ذلك⟧“.'],
  ['Hebrew, with an abbreviation', 'ראש העיר אמר: "⟦צה"ל לא יהיה שם⟧", והלך.'],
  ['Hebrew, after a prefix', 'הוא כתב ב"⟦ניו יורק טיימס⟧" אתמול.'],
  ['Hebrew, its own signs', 'ראש העיר אמר: ״⟦ארה״ב לא תשלם⟧״, והלך.'],
])('own words: %s', (_name, marked) => {
  expect(guess(marked)).toBe('quote')
})

it.each([
  ['English, beside a quotation', '“We deny it,” ⟦the mayor told reporters⟧, “and go on.”'],
  ['English, between two in straight marks', '"We deny it," ⟦the mayor told reporters⟧, "and go on."'],
  ['apostrophes', 'The country’s ministers’ offices were ⟦closed on the ministers’ orders⟧.'],
  ['straight apostrophes', "The country's ministers' offices were ⟦closed on the ministers' orders⟧."],
  ['apostrophes that begin a word', '’Tis said ⟦that rock ’n’ roll of the ’60s⟧ was the ministers’ fault.'],
  ['straight ones', "'Tis said ⟦that rock 'n' roll of the '60s⟧ was the ministers' fault."],
  ['Dutch', 'Hij ging ⟦’s avonds naar ’s-Hertogenbosch⟧ met de minister’ .'],
  ['Ukrainian', 'Він сказав, що ⟦здоров’я і п’ять⟧ днів.'],
  ['feet and inches', 'The pipe was ⟦5\'10" long and 6" wide⟧, they said.'],
  ['after a genitive and a single quotation', 'The ‘rules’ of ⟦the ministers’ offices⟧ are old.'],
  ['after a quotation that was never closed', '“We deny it.\n⟦The mayor went home.⟧\n“It is true,” he said.\nAll went home.'],
  ['French', '« Nous le nions », ⟦a dit le maire de l’île⟧.'],
  ['German', '„Nein“, ⟦sagte die Ministerin⟧, „niemals“.'],
  ['Swedish', '”Nej”, ⟦sade ministern⟧, ”aldrig.”'],
  ['Japanese', '「いいえ」と⟦市長は述べた⟧。「決して」'],
  ['Chinese, titles are no quotations', '市长在⟦《人民日报》上说⟧他们否认。'],
  ['Hebrew abbreviations', 'דובר ⟦צה"ל אמר כי ארה"ב⟧ לא תשלם.'],
])('a paraphrase: %s', (_name, marked) => {
  expect(guess(marked)).toBe('paraphrase')
})

it.each([
  ['English', '⟦The ministry rejected these accusations as “patently false,”⟧ and went on.'],
  ['English, straight', '⟦The ministry called it "patently false"⟧ and went on.'],
  ['an attribution within', '⟦“We deny it,” she said, “and will go on.”⟧'],
  ['a part of each', 'The ministry ⟦called it “patently⟧ false”.'],
  ['two parts, one of them quoted', '⟦The ministry⟧ said it was “⟦patently false⟧”.'],
  ['German', '⟦Das Ministerium nannte es „schlicht falsch“⟧.'],
  ['French', '⟦Le ministère parle d’«\u202Fune erreur\u202F»⟧ et s’en va.'],
  ['Japanese', '⟦市長は「誤り」と述べた⟧。'],
  ['Hebrew', '⟦המשרד קרא לזה "שקר גס" אתמול⟧.'],
])('partly quoted: %s', (_name, marked) => {
  expect(guess(marked)).toBe('partly')
})

it('reads no more of a text of one endless line than it needs', () => {
  const sentence = 'The mayor said “we deny it” and it’s the ministers’ fault. '
  const text = sentence.repeat(80_000)
  const start = sentence.length * 40_000 + sentence.indexOf('we')
  expect(guessWording(text, [{ start, end: start + 10 }])).toBe('quote')
  expect(guessWording(text, [{ start: start - 10, end: start + 10 }])).toBe('partly')
  expect(guessWording(text, [{ start: start - 10, end: start - 2 }])).toBe('paraphrase')
})
