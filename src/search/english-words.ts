import { latinRoot } from "../text/roots.ts";

/** Words that only ask or join: they say nothing of what an English question is about. As they are written. */
const FUNCTION_WORDS = new Set(
  `
  who what when where why how which whom whose much many often whether if whenever wherever whatever
  do does did doing done is are was were be been being am will would can could should shall may might must has have had having
  isn aren wasn weren don doesn didn won wouldn couldn shouldn hasn haven hadn ain can cannot ll ve re d m t s gonna wanna gotta
  the a an this that these those there here it its they them their theirs he him his she her hers we us our ours you your yours i me my
  mine myself yourself itself themselves someone somebody anyone anybody everyone something anything everything nothing one ones
  to of in on at for from by with about as and or but so than then too also just only even any some all each every both either
  neither no not nor into onto out off up down over under after before during until till since between among through via per
  because while though although unless once again ever never always already still yet now currently really actually exactly please
  cannot nor dont doesnt didnt cant wont isnt arent im ive its ought mustn wouldn towards upon within without against around ain
  tell show give let know long far soon ago else such same very quite rather well etc vs hi hello hey thanks thank ok okay
  `
    .trim()
    .split(/\s+/),
);

/** Words so common in questions that they say little; they still count a little. By root. */
const LIGHT = rootsOf(`
  need want wish like get got getting gotten go goes going gone went come came take took taken make made put set keep kept use used using
  happen happened find found try tried mean meant think thought see seen saw look say said says speak spoke ask asked answer work works
  become became seem bring brought left start begin began stop end turn call called hold held give gave given show shown help
  able possible allowed supposed required necessary right wrong good bad best better big small large high low old new
  current latest recent first last next different other another more most less least many few lot lots kind type sort way ways
  thing things stuff something place part case point reason example detail details info information question problem issue situation
  condition requirement process procedure step option purpose aim goal role effect impact result consequence status position reaction
  people person someone man country name date amount number day days week month year time times today tomorrow yesterday
  policy news reach meet met total overall whole entire main major exact normally usually generally mostly maybe perhaps
  maximum minimum max min due apply applies available offer include includes
`);

/** Everyday verbs that a document likely says in another word. By root. */
const VERBS = rootsOf(`
  buy bought sell sold pay paid cost spend spent owe lose lost break broke broken miss missed fix change move send sent receive
  cancel choose chose pick drop bring carry wait stay live join enter leave quit return write wrote written read sign fill
  finish complete cover count check add remove replace open close shut build built run ran drive drove win won fall fell rise rose
  raise cut grow grew let allow permit forbid ban accept refuse reject agree decide announce respond react expect hear heard feel felt
  kill die died hit hurt fight fought stand sit sleep eat drink wear own belong last depend matter affect concern involve
  handle deal follow lead led support protect save hire lend lent borrow turn
`);

/** Quickly, separately: how something is done a document says otherwise, as with verbs. Not: family, July, weekly, supply. */
const ADVERB =
  /^(?!(?:fami|anoma|assemb|monopo|ear|dai|week|month|year|hour|quarter|on|sup|re|ap|im|com|multi|butter)p?ly$)[a-z]{3,}ly$/u;

export type EnglishClass = "function" | "light" | "verb" | "other";

/** What an English word is by itself, whatever stands beside it. `text`: in lower case. */
export function englishClassOf(text: string): EnglishClass {
  if (FUNCTION_WORDS.has(text)) return "function";
  const root = latinRoot(text);
  if (LIGHT.has(root)) return "light";
  return VERBS.has(root) || ADVERB.test(text) ? "verb" : "other";
}

const BEFORE_A_VERB = new Set("who i you we they he she it not".split(" "));
const MODALS = new Set("can could must should may might will would".split(" "));
/** Behind these, as at the beginning, a modal is followed by who does it: "Can tenants object?", "how can tenants object". */
const BEFORE_INVERSION = new Set(
  "what how when where why much long often soon far early late and or but so then".split(" "),
);
const BEFORE_TO = new Set("have has had need want how able allowed supposed going required like ought used".split(" "));

/** Whether the word that follows these two is a verb: who commands, I cancel, have to object; not: a trip to Spain. */
export function standsBeforeVerb(word: string | undefined, wordBefore: string | undefined): boolean {
  if (word === "to") return wordBefore !== undefined && BEFORE_TO.has(wordBefore);
  if (word === undefined) return false;
  if (MODALS.has(word)) return wordBefore !== undefined && !BEFORE_INVERSION.has(wordBefore);
  return BEFORE_A_VERB.has(word);
}

function rootsOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(latinRoot));
}
