/** What is asked for and has a form of its own. */
export interface AskedForm {
  /** Where a sentence gives it. */
  readonly form: RegExp;
  /** A sentence that only calls it by its name may say where it stands. */
  readonly called: RegExp;
  /** Words of the question that name it and say nothing of whose it is. */
  readonly calledBy: RegExp;
  /** False where something is done by it, or where the question gives it. */
  readonly isAskedFor: boolean;
}

const PHONE_NUMBER = [
  String.raw`(?<![\d-])\(?0\d{1,2}\)?[-. ]\d{3,4}(?:[-. ]\d{4})?(?!\d)`,
  String.raw`(?<!\d)1[3-9]\d{2}-\d{4}(?!\d)`,
  String.raw`국번\s?없이\s?\d{3}`,
  // Within a town, and the short ones of public offices.
  String.raw`(?<![\d.-])\d{3}-\d{4}(?![\d-])`,
  String.raw`(?:전화|콜센터|상담)[^.\d]{0,8}(?<!\d)1\d{2,3}(?![\d,.]|\s?[가-힣]*[년월일원명건])`,
  String.raw`(?<!\d)\d{3,4}\s?번?(?:으?로|에)\s?(?:전화|문의)`,
].join("|");
/** "건축과 번호": of an office it is the telephone's; other things have other numbers. */
const NUMBER_OF_AN_OFFICE = String.raw`(?<!(?:로또|복권|당첨|버스|노선|열차|좌석|계좌|우편|주민|등록|인증|비밀|차량|자동차|접수|수험|회원|카드|여권|운송장|송장|주문|예약|출구|문서|관리|고유|일련|사업자|행운의)\s?)(?<=[가-힣)]\s?)번호(?=(?:[가는를은이]|가|도|좀|요|뭐|알|어디|몇)?(?:\s|[?？.]|$))(?!\s?(?:매기|붙|순))`;
const EMAIL_ADDRESS = String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+\.\w`;
const WEB_ADDRESS = String.raw`https?://|www\.|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:kr|com|org|net|gov|go|eu|int)\b`;

/** What shows by its form: whoever gives a number of a telephone need not call it one. */
const FORMED: readonly Formed[] = [
  {
    asked: new RegExp(
      String.raw`전화\s?번호|(?<![가-힣])전번(?![가-힣])|연락처|문의\s?전화|(?:대표|문의)\s?번호|${NUMBER_OF_AN_OFFICE}|몇\s?번(?:으로|에)\s?(?:전화|문의|연락)|\b(?:tele)?phone number\b|\bnumber (?:of|for) (?:the |your |our )?(?:[\w-]+ ){0,4}(?:line|office|desk|hotline|helpline|embassy|reception|station)\b|\bnumber (?:should|do|can) I call\b`,
      "iu",
    ),
    form: new RegExp(PHONE_NUMBER, "iu"),
    called: /전화번호|연락처/iu,
    calledBy:
      /^(?:문의|문의처|문의용|대표|대표번호|전화|전화번호|전번|연락처|번호|enquiry|enquiries|inquiry|contact|telephone|phone|number)$/u,
  },
  {
    asked: /문의처/u,
    form: new RegExp(`${PHONE_NUMBER}|${EMAIL_ADDRESS}`, "iu"),
    called: /문의|연락처/u,
    calledBy: /^(?:문의|문의처|연락처)$/u,
  },
  {
    asked: /이메일|전자\s?우편|\be-?mail\b/iu,
    form: new RegExp(EMAIL_ADDRESS, "iu"),
    called: /이메일|전자우편/iu,
    calledBy: /^(?:문의|대표|이메일|메일|전자|우편|전자우편|주소|contact|email|mail|address)$/u,
  },
  {
    asked: /홈페이지|누리집|웹\s?사이트|\bwebsite\b/iu,
    form: new RegExp(WEB_ADDRESS, "iu"),
    called: /홈페이지|누리집|웹사이트|\bwebsite\b/iu,
    calledBy: /^(?:공식|홈페이지|누리집|웹|웹사이트|사이트|주소|official|website|web|site|address)$/u,
  },
];

interface Formed extends Omit<AskedForm, "isAskedFor"> {
  readonly asked: RegExp;
}

/** By a telephone number or at an address something is done; it is not asked for. */
const MEANS =
  /(?:번호|연락처|메일|우편|홈페이지|누리집|사이트|주소)(?:으?로|에서|에는|에|의|[을를] (?:통|이용))|어디에?서|\b(?:by|via|on (?:the|its|their)) (?:e-?mail|phone|website)\b/iu;

/** Null where nothing of the kind is spoken of. */
export function askedForm(question: string): AskedForm | null {
  const formed = FORMED.find(({ asked }) => asked.test(question));
  if (formed === undefined) return null;
  const { form, called, calledBy } = formed;
  // "1330은 어디 전화번호야?" knows the number.
  return { form, called, calledBy, isAskedFor: !MEANS.test(question) && !form.test(question) };
}
