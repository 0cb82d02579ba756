/** Sentences in which somebody says something, in several languages: what is said stands for {what}, or {What} with a capital. */

export interface Language {
  /** BCP 47. */
  tag: string
  /** Between sentences, and between the words of a claim. */
  space: string
  speakers: string[]
  /** The same sentence said, denied, and said with a negation or a doubt before what is said. */
  said: [said: string, denied: string, doubted: string][]
  /** A sentence without a speaker: it goes on from the one before. */
  plain: string
  /** Another sentence around the same words. */
  otherStory: string
  /** A sentence may leave its subject out, so it leans on those before it even with a verb of saying. */
  leans?: true
  /** Made up claims are of these words; English ones are of real prose. */
  words: string[]
}

const list = (words: string): string[] => words.split(' ')

export const languages: Language[] = [
  {
    tag: 'en', space: ' ', plain: '{What}.', otherStory: 'A blogger had another story: {what}, according to himself.', words: [],
    speakers: ['the mayor', 'the treasurer', 'Ann Ruiz', 'Bob Lane', 'the northern union', 'the southern union', 'Dr. Smith', 'the county', 'a spokeswoman', 'Mr Merrow', 'Ms Sollis', 'the bureau', 'an engineer', 'Edda Roy', 'the council'],
    said: [
      ['{Who} said that {what}.', '{Who} denied saying that {what}.', '{Who} said that it is not so that {what}.'], ['“{What},” {who} said.', '“{What},” {who} denied saying.', '“It may be that {what},” {who} said.'],
      ['According to {who}, {what}.', 'Contrary to what was told of {who}, {what}.', 'According to {who}, hardly anybody thinks {what}.'], ['{What}, {who} told the council.', '{What}, {who} never told the council.', 'Possibly {what}, {who} told the council.'],
      ['{Who} wrote: “{What}. There is no doubt.”', '{Who} disputes having written: “{What}. There is no doubt.”', '{Who} wrote: “Perhaps {what}. There is no doubt.”'], ['In 2014, {who} argued, {what}.', 'In 2014, {who} doubted, {what}.', 'In 2015, {who} argued, {what}.'],
    ],
  },
  {
    tag: 'de', space: ' ', plain: '{What}.', otherStory: 'Ein Blogger meinte dagegen, {what}, wie er selbst schrieb.',
    speakers: ['der Bürgermeister', 'die Kämmerin', 'Anna Ruiz', 'Bernd Lang', 'der Verband', 'ein Ingenieur', 'Frau Sollis'],
    said: [['{Who} sagte, {what}.', '{Who} bestritt, {what}.', '{Who} sagte nicht, {what}.'], ['„{What}“, sagte {who}.', '„{What}“, dementierte {who}.', '„Vielleicht {what}“, sagte {who}.'], ['Laut {who} hieß es, {what}.', 'Entgegen {who} hieß es, {what}.', 'Laut {who} hieß es kaum, {what}.']],
    words: list('die alte Brücke ist sicher und wird von dem Kreis bezahlt wie versprochen obwohl niemand das Geld gesehen hat bevor der Winter kam mit Schnee über allen Straßen am Hafen'),
  },
  {
    tag: 'es', space: ' ', plain: '{What}.', otherStory: 'Un bloguero contaba otra historia: {what}, según él mismo.',
    speakers: ['el alcalde', 'la tesorera', 'Ana Ruiz', 'Benito Lara', 'el sindicato', 'una portavoz', 'la oficina'],
    said: [['{Who} dijo que {what}.', '{Who} negó que {what}.', '{Who} dijo que no es cierto que {what}.'], ['«{What}», dijo {who}.', '«{What}», desmintió {who}.', '«Quizá {what}», dijo {who}.'], ['Según {who}, {what}.', 'Contra lo que cree {who}, {what}.', 'Según {who}, apenas {what}.']],
    words: list('el puente viejo es seguro y será pagado por la provincia como fue prometido aunque nadie ha visto dinero antes del invierno con nieve sobre todas las calles'),
  },
  {
    tag: 'ru', space: ' ', plain: '{What}.', otherStory: 'У одного блогера другая история: {what}, по его словам.',
    speakers: ['мэр', 'казначей', 'Анна Руис', 'Борис Лапин', 'профсоюз', 'инженер', 'бюро'],
    said: [['{Who} сказал, что {what}.', '{Who} отрицал, что {what}.', '{Who} не сказал, что {what}.'], ['«{What}», заявил {who}.', '«{What}», опроверг {who}.', '«Возможно, {what}», заявил {who}.']],
    words: list('старый мост надежен и будет оплачен округом как было обещано хотя никто не видел денег до зимы когда снег лежал на всех улицах у порта'),
  },
  {
    tag: 'ar', space: ' ', plain: '{What}.', otherStory: 'وكان لمدون رواية أخرى {what} بحسب قوله.',
    speakers: ['رئيس البلدية', 'أمين الصندوق', 'دينا رويز', 'كريم لطفي', 'النقابة', 'المهندس'],
    said: [['قال {who} إن {what}.', 'نفى {who} أن {what}.', 'قال {who} إنه ليس صحيحا أن {what}.'], ['«{What}» كما صرح {who}.', '«{What}» كما أنكر {who}.', '«ربما {what}» كما صرح {who}.']],
    words: list('الجسر القديم آمن وسوف تدفع المقاطعة ثمنه كما وعدت رغم أن أحدا لم ير المال قبل الشتاء عندما كان الثلج على كل الشوارع قرب الميناء'),
  },
  {
    tag: 'zh', space: '', plain: '{What}。', otherStory: '一位博主另有说法，{what}，这是他自己的话。',
    speakers: ['市长', '司库', '陈丽', '王勇', '北方工会', '南方工会', '工程师'],
    said: [['{who}说，{what}。', '{who}否认，{what}。', '{who}没有说，{what}。'], ['“{what}。”{who}表示。', '“{what}。”{who}从未表示。', '“可能{what}。”{who}表示。']],
    words: list('旧桥 是 安全 的 由 县 政府 付款 正如 承诺 那样 虽然 没有人 见过 钱 冬天 之前 雪 落在 所有 街道 港口 附近 船 停在 那里'),
  },
  {
    tag: 'ja', leans: true, space: '', plain: '{What}。', otherStory: 'あるブロガーは別の話をした、{what}、と本人は書いた。',
    speakers: ['市長', '会計係', '田中氏', '鈴木氏', '北部組合', '南部組合', '技師'],
    said: [['{who}は{what}と述べた。', '{who}は{what}とは述べなかった。', '{who}は{what}かもしれないと述べた。'], ['「{what}。」と{who}は言った。', '「{what}。」と{who}は言わなかった。', '「たぶん{what}。」と{who}は言った。']],
    words: list('古い 橋 は 安全 で 郡 が 費用 を 払う 約束 の とおり 誰も お金 を 見て 冬 の 前 に 雪 が 街 に 降り 港 の 近く に 船 が ある'),
  },
  {
    tag: 'hi', space: ' ', plain: '{What}।', otherStory: 'एक ब्लॉगर की कहानी अलग थी: {what}, उसके अपने अनुसार।',
    speakers: ['महापौर', 'कोषाध्यक्ष', 'अनीता शर्मा', 'राहुल वर्मा', 'उत्तरी संघ', 'दक्षिणी संघ'],
    said: [['{Who} ने कहा कि {what}।', '{Who} ने इनकार किया कि {what}।', '{Who} ने कहा कि सच नहीं कि {what}।'], ['“{What},” {who} ने बताया।', '“{What},” {who} ने नहीं बताया।', '“शायद {what},” {who} ने बताया।']],
    words: list('पुराना पुल सुरक्षित है और जिला इसका खर्च देगा जैसा वादा था हालांकि किसी ने पैसा देखा था सर्दी से पहले बर्फ सब सड़कों पर बंदरगाह के पास'),
  },
  {
    tag: 'tr', leans: true, space: ' ', plain: '{What}.', otherStory: 'Bir blog yazarına göre durum başka: {what}, kendi ifadesiyle.',
    speakers: ['belediye başkanı', 'sayman', 'Ayşe Kaya', 'Mehmet Demir', 'kuzey sendikası', 'güney sendikası'],
    said: [['{Who}, {what} dedi.', '{Who}, {what} demedi.', '{Who}, belki {what} dedi.'], ['“{What},” diye {who} açıkladı.', '“{What},” diye {who} açıklamadı.', '“{What} değil,” diye {who} açıkladı.']],
    words: list('eski köprü güvenli ve ilçe parasını ödeyecek söz verildiği gibi kimse parayı görmüş kıştan önce kar bütün sokaklarda limanın yanında gemiler duruyor orada'),
  },
  {
    tag: 'ko', leans: true, space: ' ', plain: '{What}.', otherStory: '한 블로거의 이야기는 달랐다. {what}, 본인에 따르면.',
    speakers: ['시장', '회계관', '김민수', '이영희', '북부 노조', '남부 노조'],
    said: [['{who} 측은 {what}라고 말했다.', '{who} 측은 {what}라고 말하지 않았다.', '{who} 측은 아마 {what}라고 말했다.'], ['“{What},” {who} 측이 밝혔다.', '“{What},” {who} 측이 부인했다.', '“아니, {what},” {who} 측이 밝혔다.']],
    words: list('오래된 다리는 안전하고 군이 비용을 낼 것이며 약속한 대로 아무도 돈을 본 적이 겨울 전에 눈이 모든 거리에 항구 근처에 배가 있다'),
  },
  {
    tag: 'th', leans: true, space: ' ', plain: '{What}', otherStory: 'บล็อกเกอร์มีเรื่องอื่น {what} ตามคำของเขาเอง',
    speakers: ['นายกเทศมนตรี', 'เหรัญญิก', 'คุณสมชาย', 'คุณมาลี', 'สหภาพเหนือ', 'สหภาพใต้'],
    said: [['{who}กล่าวว่า{what}', '{who}ปฏิเสธว่า{what}', '{who}ไม่ได้กล่าวว่า{what}'], ['“{what}” {who}ระบุ', '“{what}” {who}ไม่ได้ระบุ', '“อาจ{what}” {who}ระบุ']],
    words: list('สะพานเก่า ปลอดภัย และ จังหวัด จะจ่าย ตามสัญญา แม้ ใคร เห็นเงิน ก่อน หน้าหนาว หิมะ ทุกถนน ใกล้ท่าเรือ เรือจอด ที่นั่น'),
  },
  {
    tag: 'he', space: ' ', plain: '{What}.', otherStory: 'לבלוגר היה סיפור אחר: {what}, לפי עצמו.',
    speakers: ['ראש העיר', 'הגזבר', 'דינה לוי', 'יוסי כהן', 'האיגוד הצפוני', 'האיגוד הדרומי'],
    said: [['{Who} אמר כי {what}.', '{Who} הכחיש כי {what}.', '{Who} לא אמר כי {what}.'], ['”{What}”, הודיע {who}.', '”{What}”, הכחיש {who}.', '”אולי {what}”, הודיע {who}.']],
    words: list('הגשר הישן בטוח והמחוז ישלם עליו כפי שהובטח אף שאיש ראה כסף לפני החורף כאשר שלג כיסה את כל הרחובות ליד הנמל'),
  },
]
