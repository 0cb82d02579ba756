/**
 * Pairs of wordings with every difference that has to be marked, in the order of the text: - left out, + added, then the
 * kind if it changes meaning, then the words. Names: what is known to be a name.
 */
export interface MeaningPair {
  language: string
  baseline: string
  text: string
  marked: string[]
  names?: string[]
}

const pair = (language: string) => (baseline: string, text: string, marked: string[], names?: string[]): MeaningPair => ({ language, baseline, text, marked, ...(names && { names }) })
const [en, fr, de, ru, ar] = [pair('en'), pair('fr'), pair('de'), pair('ru'), pair('ar')]

const english = [
  en('The bridge is safe.', 'The bridge is not safe.', ['+negation not']),
  en('The bridge is safe.', 'The bridge isn’t safe.', ['+negation n’t']),
  en('The bridge isn’t safe.', "The bridge is not safe.", []),
  en('They can’t confirm it.', 'They cannot confirm it.', []),
  en('They can confirm it.', 'They cannot confirm it.', ['+negation not']),
  en('It won’t rain', 'It will rain', ['-negation n’t']),
  en('They will attack.', 'They may attack.', ['-modal will', '+modal may']),
  en('The gas came from the depot.', 'The gas likely came from the depot.', ['+modal likely']),
  en('The gas was sarin.', 'The gas appears to be sarin.', ['-other was', '+modal appears', '+other to be']),
  en('The minister reportedly left.', 'The minister left.', ['-modal reportedly']),
  en('Four people died.', '4 people died.', []),
  en('Four people died.', 'Five people died.', ['-number Four', '+number Five']),
  en('1,200 people came.', '1200 people came.', []),
  en('On 4 April 2017 it began.', 'On 5 April 2017 it began.', ['-number 4', '+number 5']),
  en('It began on 4 April.', 'It began on April 4.', ['-other 4', '+other 4']),
  en('It began on Apr 4.', 'It began on April 4.', []),
  en('It began in May.', 'It began in June.', ['-number May', '+number June']),
  en('From 4 April to 5 May.', 'From 5 April to 4 May.', ['-number 4', '+number 5', '-number 5', '+number 4']),
  en('It may not rain, and it will snow.', 'It will rain, and it may not snow.', ['-modal may', '-negation not', '+modal will', '-modal will', '+modal may', '+negation not']),
  en('Nothing is known.', 'It may be known.', ['-negation Nothing', '-other is', '+other It', '+modal may', '+other be']),
  en('He flew to Paris.', 'He flew to Moscow.', ['-name Paris', '+name Moscow']),
  en('A statement by Dmitry Peskov was read.', 'A statement by Maria Zakharova was read.', ['-name Dmitry Peskov', '+name Maria Zakharova']),
  en('the sarin in the samples was made there', '“The sarin in the samples was made there”', []),
  en('Safe, and dry', 'Safe and dry!', ['-other ,', '+other !']),
  en('The lorry crossed the old bridge.', 'The truck crossed the old bridge.', ['-other lorry', '+other truck']),
  en('Officials closed the road.', 'The officials closed the road.', ['+other The']),
  en('no one was hurt', 'nobody was hurt', ['-negation no one', '+negation nobody']),
]

const french = [
  fr('Il a menti.', 'Il n’a pas menti.', ['+negation n’', '+negation pas']),
  fr('Le pont est sûr.', 'Le pont n’est pas sûr.', ['+negation n’', '+negation pas']),
  fr('Elle ne viendra jamais.', 'Elle viendra.', ['-negation ne', '-negation jamais']),
  fr('Il doit partir.', 'Il peut partir.', ['-modal doit', '+modal peut']),
  fr('Le gaz vient du dépôt.', 'Le gaz vient probablement du dépôt.', ['+modal probablement']),
  fr('Il semble malade.', 'Il est malade.', ['-modal semble', '+other est']),
  fr('Quatre personnes sont mortes.', '4 personnes sont mortes.', []),
  fr('Quatre personnes sont mortes.', 'Sept personnes sont mortes.', ['-number Quatre', '+number Sept']),
  fr('1 500 habitants', '1500 habitants', []),
  fr('le 26 avril 2017', 'le 27 avril 2017', ['-number 26', '+number 27']),
  fr('le 3 juillet', 'le 3 juin', ['-number juillet', '+number juin']),
  fr('La réponse de Macron est claire.', 'La réponse de Poutine est claire.', ['-name Macron', '+name Poutine']),
  fr('« Le pont est sûr »', 'le pont est sûr', []),
  fr('L’attaque a eu lieu', "l'attaque a eu lieu", []),
  fr('la grande attaque', 'la violente attaque', ['-other grande', '+other violente']),
  fr('l’attaque de la ville', 'une attaque de la ville', ['-other l’', '+other une']),
]

const german = [
  de('Wir werden zahlen.', 'Wir werden nicht zahlen.', ['+negation nicht']),
  de('Es gibt einen Beweis.', 'Es gibt keinen Beweis.', ['-other einen', '+negation keinen']),
  de('Niemand war dort.', 'Jemand war dort.', ['-negation Niemand', '+other Jemand']),
  de('Er soll gehen.', 'Er muss gehen.', ['-modal soll', '+modal muss']),
  de('Der Mann stahl das Auto.', 'Der Mann stahl angeblich das Auto.', ['+modal angeblich']),
  de('Das Gas kam aus dem Lager.', 'Das Gas kam vermutlich aus dem Lager.', ['+modal vermutlich']),
  de('Vier Menschen starben.', '4 Menschen starben.', []),
  de('Vier Menschen starben.', 'Drei Menschen starben.', ['-number Vier', '+number Drei']),
  de('1.200 Menschen kamen.', '1200 Menschen kamen.', []),
  de('am 4. April 2017', 'am 4. Mai 2017', ['-number April', '+number Mai']),
  de('Am Montag kam er.', 'Am Dienstag kam er.', ['-number Montag', '+number Dienstag']),
  de('Die Brücke trägt die Last.', 'Die Straße trägt die Last.', ['-other Brücke', '+other Straße']),
  de('Sie kauften Tonnen Weizen.', 'Sie kauften Tonnen Mais.', ['-other Weizen', '+other Mais']),
  de('Das sagte Angela Merkel.', 'Das sagte Olaf Scholz.', ['-name Angela Merkel', '+name Olaf Scholz']),
  de('Das Gas kam aus Russland.', 'Das Gas kam aus Norwegen.', ['-name Russland', '+name Norwegen']),
  de('Das sagte der Sprecher Peskow.', 'Das sagte der Sprecher Lawrow.', ['-name Peskow', '+name Lawrow'], ['Dmitri Peskow', 'Sergei Lawrow']),
  de('die Rede Merkel', 'die Rede Merkels', ['-other Merkel', '+other Merkels'], ['Angela Merkel']),
  de('„Die Brücke ist sicher“', '»Die Brücke ist sicher«', []),
]

const russian = [
  ru('Мы подпишем договор.', 'Мы не подпишем договор.', ['+negation не']),
  ru('Доказательства есть.', 'Доказательств нет.', ['-other Доказательства есть', '+other Доказательств', '+negation нет']),
  ru('Она может уйти.', 'Она должна уйти.', ['-modal может', '+modal должна']),
  ru('Газ был со склада.', 'Газ, вероятно, был со склада.', ['+other ,', '+modal вероятно', '+other ,']),
  ru('Он якобы уехал.', 'Он уехал.', ['-modal якобы']),
  ru('Четыре человека погибли.', '4 человека погибли.', []),
  ru('Трёх человек ранило.', 'Трех человек ранило.', []),
  ru('Погибли пять человек.', 'Погибли шесть человек.', ['-number пять', '+number шесть']),
  ru('26 апреля 2017 года', '26 мая 2017 года', ['-number апреля', '+number мая']),
  ru('Ещё раз', 'еще раз', []),
  ru('Это сказал Песков.', 'Это сказал Лавров.', ['-name Песков', '+name Лавров']),
  ru('Слова сказал Песков.', 'Слова сказаны Песковым.', ['-other сказал Песков', '+other сказаны Песковым']),
  ru('Самолёт вылетел из Сирии.', 'Самолёт вылетел из Турции.', ['-name Сирии', '+name Турции']),
  ru('«Мост безопасен»', '„мост безопасен“', []),
  ru('Старый мост закрыт.', 'Новый мост закрыт.', ['-other Старый', '+other Новый']),
]

const arabic = [
  ar('قال إنه صحيح', 'قال إنه ليس صحيح', ['+negation ليس']),
  ar('سنوقع الاتفاق', 'لن نوقع الاتفاق', ['-other سنوقع', '+negation لن', '+other نوقع']),
  ar('وقال الوزير', 'ولم يقل الوزير', ['-other وقال', '+other و', '+negation لم', '+other يقل']),
  ar('يعرف الحقيقة', 'لا يعرف الحقيقة', ['+negation لا']),
  ar('لا يعرف الحقيقة', 'ولا يعرف الحقيقة', ['+other و']),
  ar('يجب أن نغادر', 'يمكن أن نغادر', ['-modal يجب', '+modal يمكن']),
  ar('كان الغاز من المستودع', 'ربما كان الغاز من المستودع', ['+modal ربما']),
  ar('من المحتمل أن يغادر', 'من المؤكد أن يغادر', ['-modal المحتمل', '+other المؤكد']),
  ar('قتل ٤ أشخاص', 'قتل 4 أشخاص', []),
  ar('قتل أربعة أشخاص', 'قتل 4 أشخاص', []),
  ar('قتل أربعة أشخاص', 'قتل خمسة أشخاص', ['-number أربعة', '+number خمسة']),
  ar('في ٢٦ أبريل', 'في ٢٦ مايو', ['-number أبريل', '+number مايو']),
  ar('كَتَبَ الوَلَدُ', 'كتب الولد', []),
  ar('الجســر آمن', 'الجسر آمن', []),
  ar('قال بيسكوف ذلك', 'قال لافروف ذلك', ['-name بيسكوف', '+name لافروف'], ['دميتري بيسكوف', 'سيرغي لافروف']),
  ar('قال بيسكوف ذلك', 'قال لافروف ذلك', ['-other بيسكوف', '+other لافروف']),
  ar('«الجسر آمن»', '"الجسر آمن"', []),
]

const unknown = [
  pair('')('Wir zahlen.', 'Wir zahlen nicht.', ['+negation nicht']),
  pair('cy')('cafe\u0301 da', 'café da', []),
]

export const meaningPairs: MeaningPair[] = [...english, ...french, ...german, ...russian, ...arabic, ...unknown]
