import { quantitiesIn } from "../../text/quantities.ts";

/** "…관세는?": an amount is likely meant, but need not be. */
const ASKS_AMOUNT =
  /(?:관세|요금|수수료|벌금|가격|예산|국방비|방위비|분담금|급여|연봉|월급|이자|기금|세금)(?:은|는|이|가)?\s*[?？]?\s*$/u;
/** "이용료 얼마야?": so many of something are no price. */
const ASKS_PRICE =
  /(?:[가-힣](?:금|료|비|값|삯|세)|가격|비용|예산|시급|월급|연봉|돈)(?:은|는|이|가|을|를)?\s?(?:총|한\s?달에|하루에)?\s?얼마(?!나)/u;
const ASKS_ENGLISH_PRICE = /\bhow much (?:is|are|was|were)\b|\bcosts?\b/iu;
const CALLED_PRICE =
  /\b(?:costs?|prices?|priced|fees?|charges?|charged|rates?|fares?|rent|sold|pays?|paid|free)\b|\|/iu;
/** "돈 내야 돼?": whether it costs anything. */
const ASKS_WHETHER_PAID =
  /돈(?:을|은|도)?\s?(?:안\s?)?(?:내|드[나니는]|들어|들까|받아|받나)|(?:유료|무료|공짜)(?:야|예요|에요|인가|임|입니까|로|\s?맞|\s*[?？])/u;
const COSTS_NOTHING = /(?:[가-힣](?:료|비|금|비용|요금)|돈)[은는이가를을도]?\s(?:따로\s)?(?:없|안\s|받지|내지\s않)/u;
/** "얼마나 쓸 수 있어?" may ask for how long. */
const ASKS_DEGREE = /얼마나(?!\s?(?:받|줘|주|내|싸|비싸))/u;
const MAYBE_LASTING = 0.8;
/** Shares and prices without a numeral of money. */
const IN_WORDS =
  /무료|공짜|무상(?:으로)?|전액|절반|(?:모두|전부|전면)\s(?:면제|감면|지원|부담|환불|돌려|대신)|(?<!(?:수|위원|인원|정원)의\s?\d{0,3})\d\s?분의\s?\d|\bfree(?: of charge)?\b|\bhalf\b/iu;
/** A fine is money, too, and no price. */
const NOT_CALLED = 0.8;
/** "이용권은 얼마야?": what it costs, and not what somebody saves or earns, nor how many of a hundred do. */
const ASKS_WHAT_IT_IS =
  /(?<!율은?\s?|비중은?\s?)얼마(?:야|임|예요|에요|이에요|죠|지|인가요?|인데요?|인지)?요?\s*[?？]?$/u;
const OF_SOMETHING_ELSE =
  /원(?:을|씩|가량|쯤)?\s(?:[가-힣]{1,4}\s)?(?:아[끼꼈낀낄껴]|절약|벌[어었]|벌[고며]|모금|기부|모[았으])|의\s\d[\d.]*\s?%[가는이]\s/u;
const NOT_ITS_OWN = 0.5;
const HANGUL = /[가-힣]/u;

/** An amount is money or a share; a bare count will do where there is nothing better. */
export function amountIn(sentence: string): number {
  if (priceIn(sentence) === 1) return 1;
  return quantitiesIn(sentence).has("count") ? 0.5 : 0;
}

/** "중위소득 120% 이하": who gets something, and not how much; "소득의 15%" is an amount. */
const OF_INCOME =
  /소득(?:의|이)?\s?\d{2,3}(?:\.\d)?\s?(?:%|％|퍼센트)(?:\([^)]{0,40}\))?(?:\s?에서\s?\d{2,3}\s?(?:%|％|퍼센트)|\s?(?:이하|미만|이상|초과|이내|범위|까지))/gu;

/** How far a sentence tells, 0..1, what something costs: nothing, too. */
export function priceIn(told: string): number {
  const sentence = told.replace(OF_INCOME, " ");
  const kinds = quantitiesIn(sentence);
  return kinds.has("money") || kinds.has("percent") || IN_WORDS.test(sentence) || COSTS_NOTHING.test(sentence) ? 1 : 0;
}

/** How far a sentence tells, 0..1, how much a question asks for. */
export function amountAskedIn(question: string): (sentence: string) => number {
  if (ASKS_ENGLISH_PRICE.test(question)) return englishPriceIn;
  if (ASKS_PRICE.test(question)) return priceIn;
  if (ASKS_WHAT_IT_IS.test(question))
    return (sentence) => (OF_SOMETHING_ELSE.test(sentence) ? NOT_ITS_OWN : 1) * amountIn(sentence);
  return ASKS_DEGREE.test(question) ? degreeIn : amountIn;
}

function englishPriceIn(sentence: string): number {
  return amountIn(sentence) * (CALLED_PRICE.test(sentence) || HANGUL.test(sentence) ? 1 : NOT_CALLED);
}

function degreeIn(sentence: string): number {
  const lasting = quantitiesIn(sentence).has("duration") ? MAYBE_LASTING : 0;
  return Math.max(amountIn(sentence), lasting);
}

export function asksAmount(question: string): boolean {
  return ASKS_AMOUNT.test(question);
}

export function asksWhetherPaid(question: string): boolean {
  return ASKS_WHETHER_PAID.test(question);
}
