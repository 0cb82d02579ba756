/**
 * Words about words, by language: what says that somebody says something, and pronouns that stand for who does.
 * They tell how far a frame reaches and name what changed in it; whether two frames agree never hangs on these lists.
 * Lower case; scripts without spaces and languages of many endings have patterns.
 */

export interface SpeechWords {
  /** Whatever tells of speech. */
  cues: RegExp
  /** Those of the cues that are certain, every one. */
  sayings: RegExp
  /** Of the third person, or belonging to it. */
  pronouns: RegExp
  /** Words beside a saying that are no subject of it. Undefined where subjects are left out in ways that no list tells. */
  noSubjects?: RegExp
}

const word = (list: string): string => `(?<![\\p{L}\\p{M}\\p{N}_])(?:${list.trim().split(/\s+/).join('|')})(?![\\p{L}\\p{M}\\p{N}_])`
const speech = (cues: string, pronouns: string, noSubjects?: string): SpeechWords => (
  { cues: new RegExp(cues, 'iu'), sayings: new RegExp(cues, 'giu'), pronouns: new RegExp(pronouns, 'iu'), ...(noSubjects ? { noSubjects: new RegExp(noSubjects, 'giu') } : {}) })
const spaced = (cues: string, pronouns: string, noSubjects?: string): SpeechWords => speech(word(cues), word(pronouns), noSubjects && word(noSubjects))

/** English verbs that a speaker's words follow or precede, and that seldom are anything else. */
const saying = `according\\s+to acknowledg(?:e|es|ed|ing) add(?:s|ed)? admi(?:ts|tted|tting) affirm(?:s|ed|ing)? alleg(?:e|es|ed|ing) announc(?:e|es|ed|ing) answer(?:ed) argu(?:es|ed|ing) assert(?:s|ed|ing)? claim(?:s|ed|ing) conced(?:es|ed|ing) confirm(?:s|ed|ing)
    contend(?:s|ed|ing)? counter(?:ed) declar(?:es|ed|ing) den(?:y|ies|ied|ying) exclaim(?:s|ed|ing)? explain(?:s|ed|ing)? insist(?:s|ed|ing)? maintain(?:s|ed) remark(?:ed) repl(?:ies|ied|ying) sa(?:y|ys|id|ying) shout(?:ed) stat(?:es|ed|ing)
    swor(?:e|n) tell(?:s|ing)? told testif(?:y|ies|ied|ying) tweet(?:s|ed) vow(?:s|ed|ing)? warn(?:s|ed) whisper(?:ed) wr(?:ites|ote)`

const byLanguage: Record<string, SpeechWords> = {
  en: { ...spaced(`${saying} agree(?:s|d|ing)? announcement ask(?:s|ed|ing)? believ(?:e|es|ed|ing) blam(?:e|es|ed|ing) call(?:s|ed|ing)? charg(?:e|es|ed|ing) cit(?:e|es|ed|ing) comment(?:s|ed|ing)? complain(?:s|ed|ing|t)?
    declin(?:e|es|ed|ing) demand(?:s|ed|ing)? denial describ(?:e|es|ed|ing) disagree(?:s|d|ing)? dismiss(?:es|ed|ing)? disput(?:e|es|ed|ing) doubt(?:s|ed|ing)? estimat(?:e|es|ed|ing) fear(?:s|ed|ing)? feel(?:s|ing)? felt heard interview
    inform(?:s|ed|ing)? object(?:s|ed|ing)? opinion point(?:s|ed|ing)? promis(?:e|es|ed|ing) propos(?:e|es|ed|ing) quot(?:e|es|ed|ing) read(?:s|ing)? recall(?:s|ed|ing)? refus(?:e|es|ed|ing) reject(?:s|ed|ing)? report(?:s|ed|ing)?
    respon(?:d|ds|ded|ding|se) reveal(?:s|ed|ing)? show(?:s|ed|n|ing)? spoke(?:n|sman|swoman|speople|sperson)? speak(?:s|ing)? statement story stress(?:es|ed|ing)? suggest(?:s|ed|ing)? testimony think(?:s|ing)? thought threaten(?:s|ed|ing)? urg(?:e|es|ed|ing)
    view(?:s|ed)? warning wonder(?:s|ed|ing)?`, 'he she they him her them his hers their theirs himself herself themselves',
  'that and but so also then later again still yet once as it was is has had been be to of not never ever just only even earlier yesterday today who which there'), sayings: new RegExp(word(saying), 'giu') },
  fr: spaced(`selon d['’]après dit dis disent disait disant déclar\\p{L}+ affirm\\p{L}+ ajout\\p{L}+ annonc\\p{L}+ expliqu\\p{L}+ estim\\p{L}+ précis\\p{L}+ répond\\p{L}* assur\\p{L}+ dément\\p{L}* démen\\p{L}+ ni(?:e|ent|é|a|ait) reconn\\p{L}+ soulign\\p{L}+ indiqu\\p{L}+ accus\\p{L}+ pens\\p{L}+ cr(?:oit|oient|u) demand(?:é|ait|èrent) racont\\p{L}+ rapport(?:e|é|ent|ait|èrent) avou\\p{L}+ prétend\\p{L}* écri(?:t|vait|vit|vent)`,
    'il elle ils elles lui leur leurs son sa ses eux', 'que qu et mais aussi puis ensuite alors encore hier qui ne se a ont avait été'),
  de: spaced(`laut zufolge sag\\p{L}+ erklär\\p{L}+ behaupt\\p{L}+ mein(?:t|te|ten|en) bestreit\\p{L}+ bestritt\\p{L}* dementier\\p{L}+ teilt\\p{L}* berichtet\\p{L}* antwort\\p{L}+ fragt\\p{L}* beton\\p{L}+ versicher\\p{L}+ sprach\\p{L}* spricht schrieb\\p{L}* schreibt\\p{L}* glaub\\p{L}+ denk\\p{L}+ dachte\\p{L}* fügt\\p{L}* kündigt\\p{L}* warn\\p{L}+ forder\\p{L}+ räum\\p{L}+ widersprach\\p{L}*`,
    'er sie ihm ihr ihnen ihn sein seine seinen seiner seinem ihre ihren ihrer ihrem', 'dass und aber auch dann später gestern heute noch wieder so hat hatte habe wie es nicht der'),
  nl: spaced(`volgens zeg\\p{L}* zei zeiden verklaar\\p{L}* ontken\\p{L}* meld\\p{L}* antwoord\\p{L}* beweer\\p{L}* schreef schrijf\\p{L}* vertel\\p{L}* vond vindt aldus stel(?:t|de|den)`, 'hij zij ze hem haar hun hen zijn', 'dat en maar ook toen later gisteren nog het heeft had niet'),
  sv: spaced(`enligt säg\\p{L}* sade sa förklar\\p{L}* förnek\\p{L}* berätt\\p{L}* svar\\p{L}* hävda\\p{L}* skr(?:ev|iver) menar menade`, 'han hon de honom henne dem hans hennes deras', 'att och men också sedan igår det har hade inte'),
  es: spaced(`según dij(?:o|eron) di(?:ce|cen|cho|ciendo|jera) declar\\p{L}+ afirm\\p{L}+ añad\\p{L}+ neg\\p{L}+ niega\\p{L}* asegur\\p{L}+ explic\\p{L}+ respond\\p{L}+ señal\\p{L}+ indic\\p{L}+ admit\\p{L}+ anunci\\p{L}+ acus\\p{L}+ cre(?:e|en|yó|ía) desmint\\p{L}+ escrib\\p{L}+ cont(?:ó|aron) pregunt\\p{L}+`, 'él ella ellos ellas su sus le les', 'que y pero también además luego después ayer hoy ya no se lo ha han había así como'),
  pt: spaced(`segundo diss\\p{L}+ diz\\p{L}* declar\\p{L}+ afirm\\p{L}+ neg\\p{L}+ acrescent\\p{L}+ respond\\p{L}+ explic\\p{L}+ anunci\\p{L}+ admit\\p{L}+ acredit\\p{L}+ escrev\\p{L}+ acus\\p{L}+`, 'ele ela eles elas seu sua seus suas dele dela', 'que e mas também além depois ontem hoje já não se o ainda'),
  it: spaced(`secondo diss\\p{L}+ detto dic\\p{L}+ dichiar\\p{L}+ afferm\\p{L}+ neg\\p{L}+ aggiun\\p{L}+ rispo\\p{L}+ spieg\\p{L}+ annunc\\p{L}+ ammess\\p{L}+ scri\\p{L}+ accus\\p{L}+ sostien\\p{L}*`, 'lui lei loro egli ella suo sua suoi sue', 'che e ma anche poi inoltre ieri oggi già non si ha hanno aveva lo'),
  pl: spaced(`według zdaniem powiedzia\\p{L}+ mówi\\p{L}* stwierdzi\\p{L}+ zaprzecz\\p{L}+ oświadczy\\p{L}+ doda\\p{L}+ twierdz\\p{L}+ odpowi\\p{L}+ napisa\\p{L}+ przyzna\\p{L}+ uważa\\p{L}* zapowiedzia\\p{L}+ wyjaśni\\p{L}+`, 'on ona oni one jego jej ich mu', 'że i ale też także potem wczoraj dziś już nie dodatkowo również'),
  tr: spaced(`göre dedi\\p{L}* diy(?:e|or|en)\\p{L}* söyl\\p{L}+ açıkla\\p{L}+ belirt\\p{L}+ yalanla\\p{L}+ reddet\\p{L}+ iddia ekle\\p{L}+ vurgula\\p{L}+ kaydet\\p{L}+ ifade yaz\\p{L}+ anlat\\p{L}+ inkâr\\p{L}* bildir\\p{L}+`, 'o onlar onun onların kendisi'),
  ru: spaced(`по словам согласно сказа\\p{L}+ говор\\p{L}+ заяв\\p{L}+ сообщ\\p{L}+ отриц\\p{L}+ опроверг\\p{L}* утвержд\\p{L}+ добав\\p{L}+ отмет\\p{L}+ отвеч\\p{L}+ ответ\\p{L}+ счита\\p{L}+ подчеркн\\p{L}+ объясн\\p{L}+ призна\\p{L}+ обвин\\p{L}+ напис\\p{L}+ пиш\\p{L}+ рассказ\\p{L}+`, 'он она они его ее её их ему ей им', 'что и но также потом затем вчера сегодня уже не ранее позже еще ещё как об это этом'),
  uk: spaced(`за словами сказа\\p{L}+ заяв\\p{L}+ повідом\\p{L}+ запереч\\p{L}+ спрост\\p{L}+ стверджу\\p{L}+ дода\\p{L}+ зазнач\\p{L}+ відпові\\p{L}+ вважа\\p{L}+ пояс\\p{L}+ визна\\p{L}+`, 'він вона вони його її їх йому їй їм', 'що і та але також потім вчора сьогодні вже не раніше як це'),
  ar: speech('قال|قول|صرح|أعلن|أكد|نفى|نفي|نفت|زعم|ذكر|أضاف|اتهم|وفقا|بحسب|حسب|أوضح|أشار|اعترف|كتب|رد|أجاب|اعتبر|أفاد', word('[وف]?(?:هو|هي|هم|هما)'), word('[وف]?(?:إن|أن|إنه|أنه|إنها|أنها|إنهم|أنهم|لا|لم|ما|قد|في|من|على|إلى|عن|كما|ب|ل|بأن|لكن|أمس|أيضا|ثم|ليس|صحيحا)')),
  fa: speech('گفت|گوی|اعلام|تأکید|تکذیب|به گفته|افزود|ادعا|اظهار|نوشت|پاسخ|توضیح', word('او آنها وی ایشان')),
  he: speech('אמר|טען|טענ|הכחיש|הודיע|מסר|הוסיף|הוסיפ|לדברי|לפי|השיב|הסביר|כתב|דיווח|הצהיר|סבור|האשים|הודה|ציין|ציינ', word('[וש]?(?:הוא|היא|הם|הן)'), word('ו?(?:כי|ש|את|אך|גם|עוד|כן|אתמול|היום|לא|אמנם|כבר|זה|אז)')),
  hi: speech('कहा|कहना|कहते|कहती|बताया|बोल|अनुसार|मुताबिक|दावा|इनकार|खंडन|जवाब|घोषणा|आरोप|लिखा|माना', word('उन्होंने उसने वह वे उनका उनके उनकी उसका उसके उसकी'), 'कि|और|यह|भी|आज|कल|नहीं|ने|सच'),
  zh: speech('说|說|表示|指出|认为|認為|[称稱](?![为為号號呼])|否认|否認|宣布|告诉|告訴|强调|強調|声明|聲明|回应|回應|承认|承認|据[称报悉]|據[稱報悉]|写道|寫道|指责|指責', '他|她|其', '还|也|又|并|但|而|则|都|没有|没|不|曾|已|已经|随后|今天|昨天|同时|对此|的|，|。'),
  ja: speech('言[っいうわえ]|述べ|話し|語[っりる]|によると|によれば|否定|発表|主張|指摘|説明|認め|答え|明らかに|コメント|書い|訴え', '彼|同氏|同社|自身'),
  ko: speech('말했|말하|밝혔|밝히|전했|주장|부인|설명|강조|따르면|덧붙|발표|답했|인정|비판|라고|다고', '그는|그녀|그가|이들'),
  th: speech('กล่าว|บอก|ระบุ|ปฏิเสธ|ยืนยัน|แถลง|เปิดเผย|อ้าง|ตอบ|ชี้แจง|ประกาศ|ยอมรับ|ตามที่', 'เขา|เธอ|พวกเขา'),
}

/** Where the language is not known or has none of its own: English says for certain who speaks, all languages that somebody does. */
const together: SpeechWords = { ...byLanguage['en']!, cues: new RegExp(Object.values(byLanguage).map(({ cues }) => cues.source).join('|'), 'iu') }

/** `language` is a BCP 47 tag. */
export function speechWords(language: string | undefined): SpeechWords {
  return byLanguage[language?.toLowerCase().split('-')[0] ?? ''] ?? together
}
