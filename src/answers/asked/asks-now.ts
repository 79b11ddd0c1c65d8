/** What holds today is asked: "지금 얼마야?", "요즘 어때?", "아직 그대로야?"; not "지금까지 몇 번?". */
const NOW =
  /(?<![가-힣])(?:지금(?!까지|껏)(?:은|도|의)?|현재(?:는|도|의|로)?|요즘(?:은|엔|에)?|요새(?:는)?|최근(?:에|엔)?|아직도?|이제는?)(?![가-힣])|현직|\b(?:now|currently|latest|recent(?:ly)?|these days|at present|at the moment)\b/iu;
/** Who holds an office changes; who won in 2019 does not. */
const OFFICE =
  /(?:대통령|총리|장관|차관|총통|주석|대사|특사|의장|위원장|청장|시장|도지사|사령관|대표|총재|국장|본부장|대변인)(?:은|는|이|가)?\s?(?:이름[은이]?\s?)?(?:누구|누군|누가)(?!였|이었)/u;
const PAST = /(?:19|20)\d\d|작년|지난해|재작년|당시|처음|예전|이전|전임|직전|최초|원래|였[어나지을]|이었/u;

/** Whether it is asked who holds an office. */
export function asksWhoHolds(question: string): boolean {
  return OFFICE.test(question) && !PAST.test(question);
}

const LEAVES = /사임|사퇴|사직|퇴임|물러나|물러났|물러난|해임|경질/u;
const FOLLOWS = /후임|임명|취임|지명|이어받|뒤를 이/u;

/** Whether a sentence tells only that somebody left an office: it does not say who holds it. */
export function tellsOfLeaving(text: string): boolean {
  return LEAVES.test(text) && !FOLLOWS.test(text);
}

/** Whether a sentence names who came after somebody. */
export function tellsOfSuccessor(text: string): boolean {
  return FOLLOWS.test(text);
}

/** Whether a question asks how things are today, which the newest article knows best. */
export function asksNow(question: string): boolean {
  return asksWhoHolds(question) || (NOW.test(question) && !PAST.test(question));
}
