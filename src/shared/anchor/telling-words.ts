/**
 * Words whose coming or going changes what is claimed. Lists of whole words in lower case, by language.
 * Russian without ё, Arabic without vowel signs and without the article.
 */

export interface TellingWords {
  negations: Set<string>
  /** Modal verbs and hedges. */
  modals: Set<string>
  /** What each stands for, in digits where it has any: "four" 4, "millions" million. */
  numbers: Map<string, string>
  /** Words that begin sentences without being names. */
  openers: Set<string>
}

const of = (negations: string, modals: string, numbers: string, openers: string): TellingWords => {
  const [first, second, third] = [negations, modals, openers].map((list) => new Set(list.split(' ')))
  return { negations: first!, modals: second!, numbers: new Map(numbers.split(' ').flatMap(sameNumbers)), openers: third! }
}

/** "3:drei" or "3:три,трех", or "halb" for one that has no digits. */
function sameNumbers(entry: string): [string, string][] {
  const [value = '', words = value] = entry.split(':')
  return words.split(',').map((word) => [word, value])
}

const byLanguage: Record<string, TellingWords> = {
  en: of('not no never none nobody nothing neither nor without cannot nowhere hardly',
    'may might can could will would shall should must ought likely unlikely possibly perhaps maybe probably presumably potentially allegedly alleged reportedly apparently supposedly purportedly seemingly appears appear appeared seems seem seemed suspected believed certainly definitely undoubtedly',
    '0:zero 1:one 2:two 3:three 4:four 5:five 6:six 7:seven 8:eight 9:nine 10:ten 11:eleven 12:twelve 13:thirteen 14:fourteen 15:fifteen 16:sixteen 17:seventeen 18:eighteen 19:nineteen 20:twenty 30:thirty 40:forty 50:fifty 60:sixty 70:seventy 80:eighty 90:ninety 100:hundred hundreds 1000:thousand thousands million:million,millions billion:billion,billions trillion half twice dozen:dozen,dozens',
    'the a an this that these those it he she we they i you there here and but or if when while as at in on of for from by with to his her its our their my your then so yet after before since'),
  fr: of('ne n\' pas jamais aucun aucune rien personne sans ni non nul nulle guère',
    'peut peuvent pouvait pouvaient pourrait pourraient pourra pourront doit doivent devait devrait devraient devra faut faudrait sera serait seraient aurait auraient probable probablement éventuellement possiblement vraisemblablement prétendument prétendu supposé supposée présumé présumée semble semblent semblait paraît paraissent certainement apparemment',
    '0:zéro 2:deux 3:trois 4:quatre 5:cinq 6:six 7:sept 8:huit 9:neuf 10:dix 11:onze 12:douze 13:treize 14:quatorze 15:quinze 16:seize 20:vingt 30:trente 40:quarante 50:cinquante 60:soixante 100:cent cents 1000:mille million:million,millions milliard:milliard,milliards demi dizaine:dizaine,dizaines centaine:centaine,centaines',
    'le la les l\' un une des ce c\' cet cette ces il elle nous vous ils elles je j\' tu on et mais ou si quand en dans sur de d\' du au aux par pour avec son sa ses leur leurs puis'),
  de: of('nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts nirgends kaum',
    'kann können konnte konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte sollten darf dürfen durfte dürfte dürften mag möchte will wollen wollte wird werden würde würden wäre wären hätte hätten scheint scheinen schien vielleicht wahrscheinlich möglicherweise angeblich vermutlich mutmaßlich mutmaßliche mutmaßlichen anscheinend offenbar eventuell wohl sicherlich',
    '0:null 2:zwei 3:drei 4:vier 5:fünf 6:sechs 7:sieben 8:acht 9:neun 10:zehn 11:elf 12:zwölf 13:dreizehn 14:vierzehn 15:fünfzehn 16:sechzehn 17:siebzehn 18:achtzehn 19:neunzehn 20:zwanzig 30:dreißig 40:vierzig 50:fünfzig 60:sechzig 70:siebzig 80:achtzig 90:neunzig 100:hundert 1000:tausend hunderte tausende million:million,millionen milliarde:milliarde,milliarden halb dutzend:dutzend,dutzende',
    'der die das den dem des ein eine einen einem einer dies diese dieser dieses es er sie wir ihr ich du und aber oder wenn als in an auf von für aus mit zu bei nach vor seit da so dann'),
  ru: of('не ни нет никогда никто ничто ничего никакой никаких нельзя без нигде вряд',
    'может могут мог могла могло могли можно должен должна должно должны следует нужно надо возможно вероятно вероятнее якобы наверное видимо видимому похоже кажется предположительно предполагаемый предполагаемая вроде будет будут бы обязательно точно',
    '0:ноль 1:один 2:два,две,двух 3:три,трех 4:четыре,четырех 5:пять,пяти 6:шесть,шести 7:семь,семи 8:восемь,восьми 9:девять,девяти 10:десять,десяти 11:одиннадцать 12:двенадцать 15:пятнадцать 20:двадцать 30:тридцать 40:сорок 50:пятьдесят 60:шестьдесят 70:семьдесят 80:восемьдесят 90:девяносто 100:сто 1000:тысяча,тысячи,тысяч миллион:миллион,миллиона,миллионов миллиард:миллиард,миллиарда,миллиардов половина сотни десятки',
    'это этот эта эти тот та те он она оно мы вы они я ты и а но или если когда в на с по из от для к у о об за так тогда его ее их'),
  ar: of('لا لم لن ليس ليست ليسوا لسنا غير بدون دون كلا أبدا بلا',
    'قد سوف يجب يمكن ينبغي ربما لعل يحتمل محتمل يبدو يرجح مرجح زعم يزعم زعمت مزعوم يفترض بالتأكيد حتما',
    '1:واحد,واحدة 2:اثنان,اثنين 3:ثلاثة,ثلاث 4:أربعة,أربع 5:خمسة,خمس 6:ستة,ست 7:سبعة,سبع 8:ثمانية,ثماني 9:تسعة,تسع 10:عشرة,عشر 20:عشرون,عشرين 30:ثلاثون,ثلاثين 40:أربعون,أربعين 50:خمسون,خمسين 100:مئة,مائة 1000:ألف آلاف مليون:مليون,ملايين مليار نصف عشرات مئات',
    'و'),
}

/** All lists together where the language is not known or has none of its own. */
const together: TellingWords = {
  negations: union('negations'), modals: union('modals'), openers: union('openers'),
  numbers: new Map(Object.values(byLanguage).flatMap(({ numbers }) => [...numbers])),
}

/** `language` is a BCP 47 tag. */
export function tellingWords(language: string | undefined): TellingWords {
  return byLanguage[language?.toLowerCase().split('-')[0] ?? ''] ?? together
}

function union(kind: 'negations' | 'modals' | 'openers'): Set<string> {
  return new Set(Object.values(byLanguage).flatMap((lists) => [...lists[kind]]))
}
