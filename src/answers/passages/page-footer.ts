/** Longer lines say more than whose the page is. Characters. */
const LONGEST = 160;

/** ⓒ 보기신문, Copyright © 2025 …, All rights reserved; not "Copyright lasts …" and "저작권자가 …", which tell of the matter. */
const OWNED =
  /^[\s<[(【※]*(?:[©ⓒⒸ]|\(c\)\s|(?:copyright|저작권자)[\s:]{0,3}(?:[©ⓒⒸ]|\(c\)|(?:19|20)\d\d\b))|\ball rights reserved\b/iu;
/** 무단 전재 및 재배포 금지. Rules say it in another form: 무단으로 복제해서는 안 된다, 금지한다. */
const RESERVED =
  /무단\s?(?:전재|복제|도용|게재|사용|수집|이용|재?배포|복사)[^.]{0,40}금지(?:합니다|됩니다|함)?[\s\p{P}>]*$/u;
/** 홍길동 기자 name@example.org, (서울=홍길동 기자): who wrote it. */
const WRITTEN_BY =
  /^[\s\p{P}▶■◆=]{0,5}(?:[가-힣]{2,6}\s?=\s?)?[가-힣]{2,4}\s?(?:[가-힣]{2}\s?)?(?:기자|특파원|통신원)[\s\p{P}=]{0,5}(?:[\w.+-]{1,40}@[\w.-]{1,60})?[\s\p{P}]{0,5}$/u;

/** A line that says whose a page is, what may not be done with it or who wrote it, and nothing of its matter. */
function isFooterLine(text: string): boolean {
  return text.length <= LONGEST && (OWNED.test(text) || RESERVED.test(text) || WRITTEN_BY.test(text));
}

/**
 * Where the lines at the end of a page begin that only say whose it is, by place; their number where there are none. Within a text,
 * as an item of a list or alone such a line may be what it tells of.
 */
export function footerFrom(lines: readonly { readonly text: string; readonly isItem: boolean }[]): number {
  const last = lines.findLastIndex(({ text, isItem }) => isItem || !isFooterLine(text));
  return last < 0 ? lines.length : last + 1;
}
