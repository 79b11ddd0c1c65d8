import { askedByName } from "./asked-by-name.ts";

/** The kind of thing a question wants to hear. */
export type AskedFor = "who" | "when" | "where" | "how-much" | "how-many" | "why" | "list" | "overview" | "what";

/** What must be brought or handed in. */
export const ASKS_FOR_DOCUMENTS =
  /(?:필요한?|제출|구비|낼|내야\s?(?:할|하는|되는|돼는)|무슨|어떤|챙길)\s?서류|서류(?:는|가|를|엔|에는)?\s?(?:뭐|뭘|무엇|어떤|어떻게|필요)|준비물|(?:뭐|뭘|무엇을|뭐를|무얼)\s?(?:준비|챙[겨기]|갖춰|갖고|가[져지][가고])|\bwhat (?:documents?|papers?|paperwork)\b|\bwhat (?:do|should|must) (?:i|we|you) (?:need to |have to )?(?:bring|prepare|submit|hand in)\b/iu;

/** "얼마나 기다려?": of what lasts it asks how long. */
export const ASKS_HOW_LONG =
  /얼마나?\s?(?:오래|동안|만[에이]|기다[리려린릴]|걸[리려린릴렸]|머무|머물|쉬[나니는어고]|쉴\s?수)|\bhow long\b/iu;

/** So many times, or every so often. */
export const ASKS_HOW_OFTEN = /얼마나\s?자주|\bhow often\b/iu;

/** In order: the first that fits wins. */
const ASKING: readonly (readonly [AskedFor, RegExp])[] = [
  [
    "list",
    new RegExp(
      [
        String.raw`(?:어느|어떤|무슨)\s?[가-힣]{1,6}들|누구누구|[가-힣]들은\s*(?:어디|누구|무엇|뭐)|나라들|국가들|어디어디|나라는\s?(?:어디|어느)`,
        String.raw`(?:(?:회원|참여|참가|가맹|가입|대상|당사|동맹|우방|수출|수입|서명|체결|비준|협력|교역|상대|제재|면제|적용|지원|투자|인접|이웃)국|회원사|참여사|(?:참여|참가|선정|대상|회원) (?:기업|업체|회사|기관|단체))(?:은|는|이|가)?\s?어디(?!에|서|로|까지|부터)`,
        String.raw`목록|명단|뭐뭐|무엇무엇|(?:어디|누구|무엇|뭐)들|(?:사람|분|나라|국가|업체|기관|단체|회사|기업|학교|지역|도시)들(?:은|이)?\s*[?？]?\s*$`,
        // "어떤 영향이 있어?" asks for one answer.
        String.raw`(?:어떤|무슨)\s(?!(?:영향|차이|문제|의미|관계|이유|일|점|효과|변화|반응|입장|생각|계획|뜻|상황|내용|경우|혜택|방법|지원|도움|조건|절차)[이가은는]?\s)[가-힣]{1,8}[이가은는]?\s?있(?:나|어|는지|습|을까|냐|니|지|음)`,
        String.raw`\bwhich (?:countries|nations|people|companies)\b|\blist\b|\bwho are\b`,
      ].join("|"),
      "iu",
    ),
  ],
  ["list", ASKS_FOR_DOCUMENTS],
  [
    "when",
    /언제(?!나(?:\s|$))|며칠(?=에|부터|까지|이야|인가|이었|이지|날|\s?[?？]|$)|몇\s?(?:년도|년에|월|일에|시에)|날짜|(?<!오늘)날(?:은|이|이야|인가요)|시점|\bwhen\b|\bwhat (?:date|year|day|month)\b/iu,
  ],
  ["how-many", ASKS_HOW_LONG],
  ["how-many", ASKS_HOW_OFTEN],
  [
    "how-much",
    /얼마(?!나?\s?(?:전|뒤|후))|몇\s?(?:퍼센트|%|프로|퍼|달러|원|유로|억|조|만|천|배)|(?:세율|비율|금액|액수|(?:수입|수출|예산|투자)액|돈)(?:은|이|을|를)?\s*(?:요|어때요?|어떻게\s?[가-힣]*|무엇[가-힣]*|뭐[가-힣]*)?\s*[?？]?\s*$|몇\s?%|\bhow (?:much|large|high|low|big|expensive|dear)\b|\bper ?cent|\bwhat (?:does|do|did|will|would)\b.{1,80}\b(?:cost|pay)\b|\bwhat(?:['’]s| is| are| was| were)? (?:the )?(?:[a-z]{2,20} )?(?:price|cost|fee|fare|charge|rent|rate|tariff|duty|levy|fine|penalty|deposit|salary|wage|budget|allowance|subsidy|grant)s?(?= (?:of|for|on|to|in|at|per|if|when|does|do|did)\b|\s*[?.]?\s*$)/iu,
  ],
  ["how-many", /(?<!몇)몇(?!몇)|며칠|\bhow (?:many|soon)\b/iu],
  ["who", /누구|누가|누굴|누군|\bwho\b|\bwhom\b|\bwhose\b/iu],
  ["why", /왜(?![란곡소구])|이유(?!식)|까닭|어째서|(?:무엇|무얼|뭐|뭣|뭔|머)\s?때문|\bwhy\b/iu],
  ["where", /어디|어딘|어딨|(?<!출)장소|곳(?:은|이|이야|인가요)|\bwhere\b/iu],
  [
    "overview",
    /알려\s?(?:줘|주|달)|설명|요약|정리|어떻게\s?(?:되|돼|지내)|동향|현황|소식|내용|상황|어때|(?:대해|관해|대한)|(?:정책|외교|노선|관계|입장)(?:은|이|을|를|가|는)?\s*(?:뭐|무엇|어떻|어떤)?[가-힣]*\s*[?？]?\s*$|\btell me\b|\babout\b|\boverview\b|\bpolicy\b/iu,
  ],
];

export function whatIsAskedFor(question: string): AskedFor {
  const [asked = "what"] = ASKING.find(([, pattern]) => pattern.test(question)) ?? [];
  return asked === "what" || asked === "overview" ? (askedByName(question) ?? asked) : asked;
}

/** "취소할 수 있어?", "환불 돼?", "must I …?": what may and must be done. */
const ASKS_FOR_RULE =
  /수\s?(?:가\s?)?있|[가-힣]야\s?(?:해|하|할|돼|되)|(?:[면도]|환불|취소|가능)\s?(?:돼|되나|될까|됩니까|가능)|돼요?\s*[?？]?\s*$|\b(?:can|could|may|must|should|allowed|need to|have to|do i|entitled)\b/iu;

/** A rule holds whenever it was written. */
export function asksForRule(question: string): boolean {
  return ASKS_FOR_RULE.test(question);
}
