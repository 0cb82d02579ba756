import { describe, expect, it } from 'vitest'
import { sentenceAt, sentencesIn } from './sentences.ts'

/** Each with its true borders as ' | '. */
const table: Record<string, string[]> = {
  en: [
    'Dr. Smith spoke first. | Nobody answered.', 'Mr. and Mrs. Jones left.', 'Gen. Mattis denied it.', 'Sen. John McCain agreed.',
    'The U.S. Army withdrew. | It had no choice.', 'He lives in the U.S. | The army does not.', 'The U.N. Security Council met.',
    'J. R. R. Tolkien wrote it. | We read it.', 'George W. Bush said so.', 'See No. 5 of the list.', 'He said no. | Five others agreed.',
    'As p. 12 shows, it fell. | Then it rose.', 'On Jan. 5 they met.', '“Is it?” he asked. | She nodded.', '“Stop!” she cried.',
    '“It is.” | He left.', 'Was it so? | It was!', 'It cost 3.5 million. | Nobody paid.', 'See vol. II of it.', 'It came at 5 p.m. on Monday. | All left.',
  ],
  fr: ['M. Dupont a parlé. | Il est parti.', 'MM. Dupont et Durand sont là.', 'Mme. Royal le nie.', 'Voir p. 12 du livre.', '« Vraiment ? » demanda-t-il. | Elle sourit.', 'J. Chirac a refusé.', 'Il pleut. | Nous restons.'],
  de: ['Das gilt z. B. Berlin. | Es stimmt.', 'Dr. Müller kam. | Er blieb.', 'Am 3. Oktober war es so. | Alle kamen.', 'Siehe S. 12 dort.', 'Im 19. Jahrhundert war das so.', 'Er ging. | Sie blieb.', 'Vgl. Nr. 5 der Liste.'],
  es: ['El Sr. García habló. | Nadie respondió.', 'La Dra. López llegó.', 'Véase la pág. 12 del libro.', '¿Vienes? | No puedo.', 'Los EE. UU. niegan eso. | Nadie lo cree.', 'Se fue. | Ella no.'],
  ru: ['Это так, т. е. Москва права. | Он ушёл.', 'А. С. Пушкин писал. | Мы читали.', 'Площадь им. Ленина закрыта.', 'См. стр. 12 книги.', 'Он пришёл. | Она ушла.', 'В г. Москва идёт снег.', 'Это было в 2017 г. | Он ушёл.', 'Яблоки, груши и т. д. | Он ушёл.'],
  ar: ['قال د. أحمد ذلك. | لم يرد أحد.', 'هل جاء؟ | نعم جاء.', 'ذهب الرجل. | عاد الرجل.'],
  ja: ['彼は言った。 | 誰も答えなかった。'],
  zh: ['他来了。 | 她走了。'],
}

describe('sentencesIn', () => {
  for (const [language, rows] of Object.entries(table)) {
    it.each(rows)(`${language}: %s`, (row) => {
      const text = row.replaceAll(' | ', ' ')
      expect(sentencesIn(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(row.split(' | '))
    })
  }
  it('reads an unknown language as English', () => {
    expect(sentencesIn('Dr. Smith spoke.', 'no such language')).toEqual([{ start: 0, end: 16 }])
  })
})

describe('sentenceAt', () => {
  const text = 'One is here. Two is here.\nThree is here.'
  it.each([[0, 'One is here.'], [12, 'Two is here.'], [25, 'Two is here.'], [26, 'Three is here.'], [40, 'Three is here.']])('at %i', (offset, sentence) => {
    const span = sentenceAt(text, offset, 'en')!
    expect(text.slice(span.start, span.end)).toBe(sentence)
  })
  it('finds none in an empty paragraph', () => expect(sentenceAt('One.\n\nTwo.', 5, 'en')).toBeNull())
})
