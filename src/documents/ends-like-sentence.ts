/** Final endings of a Korean predicate; a bare "다" would take 캐나다 and 바다 for sentences. */
const KOREAN =
  /(?:니다|한다|된다|는다|린다|진다|했다|됐다|였다|었다|았다|졌다|왔다|이다|있다|없다|같다|세요|네요|어요|아요|예요|에요|해요|까요|나요|지요|죠)$/u;

/** Whether a line that could be a title or heading ends as a sentence does. A question may be a heading. */
export function endsLikeSentence(text: string): boolean {
  const words = text.trimEnd().replace(/["'”’」』)\]]+$/u, "");
  return /[.。…,;]$/u.test(words) || KOREAN.test(words.replace(/[!:]+$/, ""));
}
