/** Words whose coming or going changes what is claimed. Lists of whole words in lower case, by language. */

export interface TellingWords {
  negations: Set<string>
  /** Modal verbs and hedges. */
  modals: Set<string>
  numbers: Set<string>
  /** Words that begin sentences without being names. */
  openers: Set<string>
}

const of = (negations: string, modals: string, numbers: string, openers: string): TellingWords => {
  const [first, second, third, fourth] = [negations, modals, numbers, openers].map((list) => new Set(list.split(' ')))
  return { negations: first!, modals: second!, numbers: third!, openers: fourth! }
}

const byLanguage: Record<string, TellingWords> = {
  en: of('not no never none nobody nothing neither nor without cannot nowhere hardly', 'may might can could will would shall should must ought likely unlikely possibly perhaps maybe probably allegedly reportedly apparently supposedly certainly definitely',
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half twice dozen',
    'the a an this that these those it he she we they i you there here and but or if when while as at in on of for from by with to his her its our their my your then so yet after before since'),
  fr: of('ne pas jamais aucun aucune rien personne sans ni non nul nulle guère', 'peut peuvent pouvait pourrait pourraient pourra doit doivent devait devrait devraient devra faut faudrait sera serait seraient aurait auraient probablement éventuellement possiblement prétendument certainement apparemment',
    'deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent cents mille million millions milliard milliards demi',
    'le la les un une des ce cet cette ces il elle nous vous ils elles je tu on et mais ou si quand en dans sur de du au aux par pour avec son sa ses leur leurs puis'),
  de: of('nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts nirgends kaum', 'kann können konnte könnte könnten muss müssen musste müsste müssten soll sollen sollte sollten darf dürfen durfte dürfte dürften mag möchte will wollen wollte wird werden würde würden vielleicht wahrscheinlich möglicherweise angeblich vermutlich wohl sicherlich',
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend million millionen milliarde milliarden halb',
    'der die das den dem des ein eine einen einem einer dies diese dieser dieses es er sie wir ihr ich du und aber oder wenn als in an auf von für aus mit zu bei nach vor seit da so dann'),
  ru: of('не ни нет никогда никто ничто ничего никакой нельзя без нигде вряд', 'может могут мог могла могли можно должен должна должно должны следует нужно надо возможно вероятно якобы наверное видимо будет будут бы обязательно точно',
    'один два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиардов половина',
    'это этот эта эти тот та те он она оно мы вы они я ты и а но или если когда в на с по из от для к у о об за так тогда его её их'),
  ar: of('لا لم لن ليس ليست ليسوا لسنا غير بدون دون كلا أبدا ولا ولم ولن وليس', 'قد سوف يجب يمكن ينبغي ربما لعل يحتمل محتمل زعم مزعوم يفترض بالتأكيد حتما وقد',
    'واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون ثلاثون خمسون مئة مائة ألف آلاف مليون ملايين مليار نصف', 'و'),
}

/** All lists together where the language is not known or has none of its own. */
const together: TellingWords = {
  negations: union('negations'), modals: union('modals'), numbers: union('numbers'), openers: union('openers'),
}

/** `language` is a BCP 47 tag. */
export function tellingWords(language: string | undefined): TellingWords {
  return byLanguage[language?.toLowerCase().split('-')[0] ?? ''] ?? together
}

function union(kind: keyof TellingWords): Set<string> {
  return new Set(Object.values(byLanguage).flatMap((lists) => [...lists[kind]]))
}
