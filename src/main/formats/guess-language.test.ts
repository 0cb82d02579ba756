import { expect, test } from 'vitest'
import { guessLanguage } from './guess.ts'

test.each([
  ['en', 'The bridge over the river will be closed for inspection until May, the council said on Monday.'],
  ['fr', 'La ville a adopté le budget mardi soir après un long débat au conseil.'],
  ['es', 'El puente queda cerrado hasta mayo, dijo el consejo.'],
  ['no', 'Brua blir stengt fram til mai, sa rådet på mandag etter møtet.'],
  ['ja', '橋は閉鎖されたと住民が述べた'],
  ['th', 'กระทรวงปฏิเสธข่าวการปิดสะพาน'],
  ['', 'The council voted no.'],
  ['', 'La ville a adopté le budget mardi.'],
  ['', 'IMG_3886.jpg DSC0012.png scan_final_v2.pdf kaplan_2019.docx'],
  ['', 'Arsenal 2 1 Chelsea\nLeeds 0 0 Burnley\nWolves 3 2 Everton\nVilla 1 1 Brighton\nSpurs 2 4 City'],
  ['', 'Мост закрыт сегодня'],
])('%s: %s', (language, text) => {
  expect(guessLanguage(text)).toBe(language)
})
