import { TextDecoder } from '@exodus/bytes/encoding.js'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'
import { encodeAs } from './encode-as.ts'

const news: [language: string, text: string, encodings: string[]][] = [
  ['Russian', 'Министерство опровергло сообщение о закрытии моста. Мы ничего не решали, сказал представитель совета. Жители посёлка требуют, чтобы инспекция осмотрела опоры до зимы.', ['windows-1251', 'koi8-r', 'iso-8859-5']],
  ['Ukrainian', 'Міністерство заперечило повідомлення про закриття мосту. «Ми нічого не вирішували», — сказала речниця ради. Мешканці вимагають, щоб інспекція оглянула опори до зими.', ['windows-1251']],
  ['Greek', 'Το υπουργείο διέψευσε την είδηση για το κλείσιμο της γέφυρας. Δεν αποφασίσαμε τίποτα, είπε ο εκπρόσωπος του συμβουλίου. Οι κάτοικοι ζητούν έλεγχο πριν από τον χειμώνα.', ['windows-1253']],
  ['Hebrew', 'המשרד הכחיש את הידיעה על סגירת הגשר. לא החלטנו דבר, אמר דובר המועצה. התושבים דורשים בדיקה לפני החורף.', ['windows-1255']],
  ['Arabic', 'نفت الوزارة خبر إغلاق الجسر. لم نقرر شيئا، قال المتحدث باسم المجلس. يطالب السكان بالتفتيش قبل الشتاء.', ['windows-1256']],
  ['Turkish', 'Bakanlık köprünün kapatılacağı haberini yalanladı. “Hiçbir şeye karar vermedik,” dedi konsey sözcüsü. Köylüler kıştan önce ayakların incelenmesini istiyor; şirket ise gerek görmüyor.', ['windows-1254']],
  ['Polish', 'Ministerstwo zaprzeczyło wiadomości o zamknięciu mostu. Niczego nie postanowiliśmy, powiedział rzecznik rady. Mieszkańcy żądają, by inspekcja obejrzała filary przed zimą.', ['windows-1250', 'iso-8859-2']],
  ['Czech', 'Ministerstvo popřelo zprávu o uzavření mostu. „O ničem jsme nerozhodli,“ řekl mluvčí rady. Obyvatelé žádají, aby inspekce prohlédla pilíře před zimou.', ['windows-1250']],
  ['Hungarian', 'A minisztérium cáfolta a híd lezárásáról szóló hírt. „Semmiről sem döntöttünk” – mondta a tanács szóvivője. A lakók ellenőrzést kérnek, mielőtt beáll a tél; az őszi esők megrongálták a töltést.', ['windows-1250']],
  ['Lithuanian', 'Ministerija paneigė žinią apie tilto uždarymą. „Nieko nenusprendėme“, – sakė tarybos atstovė. Gyventojai reikalauja, kad atramos būtų apžiūrėtos prieš žiemą.', ['windows-1257']],
  ['Latvian', 'Ministrija noliedza ziņu par tilta slēgšanu. “Mēs neko neesam izlēmuši,” sacīja padomes pārstāvis. Iedzīvotāji pieprasa pārbaudi pirms ziemas.', ['windows-1257']],
  ['Thai', 'กระทรวงปฏิเสธข่าวการปิดสะพาน เราไม่ได้ตัดสินใจอะไร โฆษกสภากล่าว ชาวบ้านเรียกร้องให้ตรวจสอบเสาก่อนฤดูหนาว', ['windows-874']],
  ['Japanese', '省は橋の閉鎖という報道を否定した。「何も決めていない」と議会の広報担当者は述べた。住民は冬の前に橋脚を調べるよう求めている。', ['shift_jis', 'euc-jp', 'iso-2022-jp']],
  ['Korean', '부처는 다리가 폐쇄된다는 소식을 부인했다. "우리는 아무것도 결정하지 않았다"고 의회 대변인이 말했다. 주민들은 겨울이 오기 전에 점검을 요구한다.', ['euc-kr']],
  ['Chinese', '该部否认了关闭桥梁的消息。“我们什么也没有决定，”委员会发言人说。居民要求在冬天之前检查桥墩。', ['gbk']],
  ['Chinese of Taiwan', '該部否認了關閉橋樑的消息。「我們什麼也沒有決定，」委員會發言人說。居民要求在冬天之前檢查橋墩。', ['big5']],
  ['German', 'Das Ministerium dementierte die Meldung über die Schließung der Brücke. „Wir haben nichts beschlossen“, sagte die Sprecherin des Rates. Die Bürger fordern eine Prüfung vor dem Winter.', ['windows-1252']],
  ['French', 'Le ministère a démenti la nouvelle de la fermeture du pont. « Nous n’avons rien décidé », a déclaré le porte-parole du conseil. Les habitants exigent une inspection avant l’hiver.', ['windows-1252']],
  ['Spanish', 'El ministerio desmintió la noticia del cierre del puente. «No hemos decidido nada», dijo la portavoz del consejo. Los vecinos exigen una inspección antes del invierno; mañana habrá reunión.', ['windows-1252']],
  ['Swedish', 'Departementet förnekade uppgiften om att bron ska stängas. ”Vi har inte beslutat något”, sade rådets talesperson. De boende kräver en besiktning före vintern.', ['windows-1252']],
  ['English', 'The ministry denied the report that the bridge would close. “We have decided nothing,” said the council’s spokesman – and added that residents’ fears were “unfounded”.', ['windows-1252']],
]
const cases = news.flatMap(([language, text, encodings]) => encodings.map((encoding) => ({ language, text, encoding })))

const plain = { html: false }
const page = (head: string, text: string): string => `<!doctype html><html><head>${head}<title>x</title></head><body><nav><a href="/a">x</a></nav><p>${text}</p></body></html>`

describe('an encoding that nothing names', () => {
  test.each(cases)('$language in $encoding', ({ text, encoding }) => {
    expect(decode(encodeAs(encoding, text), plain)?.text).toBe(text)
    expect(decode(encodeAs(encoding, page('', text)), { html: true })?.text).toBe(page('', text))
  })

  test('is told without a doubt only where the bytes are clear', () => {
    const sure = (encoding: string, text: string): boolean | undefined => decode(encodeAs(encoding, text), plain)?.sure
    expect([sure('windows-1251', news[0]![1]), sure('shift_jis', news[12]![1]), sure('windows-1257', news[9]![1])]).toEqual([true, true, false])
  })
})

describe('an encoding that a page declares', () => {
  test.each(cases.filter(({ encoding }) => encoding !== 'iso-2022-jp'))('$language, $encoding declared', ({ text, encoding }) => {
    const html = page(`<meta charset="${encoding}">`, text)
    expect(decode(encodeAs(encoding, html), { html: true })).toEqual({ text: html, encoding: new TextDecoder(encoding).encoding, sure: true })
  })

  test.each(cases.filter(({ encoding, language }) => encoding !== 'windows-1252' && !['Lithuanian', 'Latvian', 'Thai'].includes(language)))('$language in $encoding, declared as ISO 8859-1, is told by its bytes, and doubted', ({ text, encoding }) => {
    const html = page('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', text)
    expect(decode(encodeAs(encoding, html), { html: true })).toMatchObject({ text: html, sure: encoding === 'iso-2022-jp' })
  })

  test.each(cases.filter(({ encoding }) => encoding !== 'iso-2022-jp'))('$language, $encoding declared, with few letters to tell', ({ text, encoding }) => {
    const html = page(`<meta charset="${encoding}">`, `${text.slice(0, 25)} ${'The bridge is closed. '.repeat(20)}`)
    expect(decode(encodeAs(encoding, html), { html: true })?.text).toBe(html)
  })

  test('after more than 4,096 bytes', () => {
    const html = page(`<style>${'a{}'.repeat(5000)}</style><meta charset="koi8-r">`, 'Мост')
    expect(decode(encodeAs('koi8-r', html), { html: true })).toMatchObject({ text: html, sure: true })
  })
})

describe('UTF-8', () => {
  test.each([['windows-1252', false], ['UTF-8', true]])('with a bad byte stays UTF-8 and is doubted (%s declared)', (declared) => {
    const html = page(`<meta charset="${declared}">`, 'Fähre “stops”, said the café’s owner. # Größer, älter, öfter.')
    const bytes = new TextEncoder().encode(html)
    bytes[bytes.indexOf('#'.charCodeAt(0))] = 0xe9
    expect(decode(bytes, { html: true })).toEqual({ text: html.replace('#', '\uFFFD'), encoding: 'utf-8', sure: false })
  })

  test('with a stray NUL is text, without it', () => {
    expect(decode(new TextEncoder().encode(`${'A plain sentence. '.repeat(20)}\0End.`), plain)).toEqual({ text: `${'A plain sentence. '.repeat(20)}End.`, encoding: 'utf-8', sure: true })
  })
})

test('what the reader chooses is taken', () => {
  expect(decode(encodeAs('windows-1257', 'Žinia'), { html: false, chosen: 'windows-1257' })).toEqual({ text: 'Žinia', encoding: 'windows-1257', sure: true })
})

test.each([['UTF-32', [0xff, 0xfe, 0, 0, 65, 0, 0, 0, 66, 0, 0, 0]], ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0]]])('%s is no text', (_, bytes) => {
  expect(decode(Uint8Array.from(bytes), plain)).toBeUndefined()
})
