import { withParticle } from "./particle.ts";
import type { Wording } from "./wording.ts";

export const ko: Wording = {
  locale: "ko",
  notFound: (nearest) =>
    nearest.length === 0
      ? "문서에서 답을 찾지 못했어요."
      : `문서에서 답을 찾지 못했어요. 가까운 항목: ${nearest.join(", ")}`,
  whatIDo: () => "읽은 문서에서 답이 되는 문장을 찾아 출처와 함께 보여 드려요. 문서에 없으면 없다고 말해요.",
  greeting: () => "안녕하세요.",
  youAreWelcome: () => "도움이 됐다면 다행이에요. 궁금한 것이 더 있으면 물어봐 주세요.",
  nothingBefore: () => "아직 보여 드린 답이 없어요. 먼저 궁금한 것을 물어봐 주세요.",
  askLikeThis: () => "이렇게 물어볼 수 있어요.",
  exampleQuestion: (title, heading) => `「${title}」에서 ${withParticle(heading, "은/는")}?`,
  writtenThen: (count, shown) =>
    count > shown
      ? `그 기간에 나온 글이 ${count}개 있어요. 가장 새로운 것부터 보여 드려요.`
      : "그 기간에 나온 글이에요.",
  emptySection: (section) => `'${section}' 항목은 있지만 아직 내용이 없어요.`,
  nothingLoaded: () => "아직 읽은 문서가 없어요. 관리자가 문서를 추가하면 답할 수 있어요.",
  searchedFor: (words) => `${withParticle(words.map((word) => `'${word}'`).join(", "), "으로/로")} 찾았어요.`,
  unsure: () => "딱 맞는 답이 아닐 수 있어요.",
  onlyFirst: () => "첫 번째 질문에만 답을 찾았어요.",
  onlyTwo: () => "한 번에 두 가지까지 답해요. 앞의 두 질문에 대한 답이에요.",
  fromAnotherArticle: () => "앞의 글에는 없어서 다른 글에서 찾았어요.",
  somethingElse: () => "찾던 답이 아니었군요. 앞에서 보여 드리지 않은 문장이에요.",
  nothingElse: (nearest) =>
    [
      "찾던 답이 아니었군요. 더 보여 드릴 문장이 없으니 다른 말로 물어봐 주세요.",
      ...(nearest.length === 0 ? [] : [`가까운 항목: ${nearest.join(", ")}`]),
    ].join(" "),
  inSeveralPlaces: () => "여러 곳에 나와 있어요.",
  documentsDiffer: ({ date }) => `문서마다 다르게 나와 있어요. 가장 새로운 문서(${date})부터 보여 드려요.`,
  listGoesOn: (kind, left, citation) =>
    kind === "table"
      ? `이 표에는 ${left}줄이 더 있어요. 출처 [${citation}]에서 모두 볼 수 있어요.`
      : `이 목록에는 ${left}개가 더 있어요. 출처 [${citation}]에서 모두 볼 수 있어요.`,
  source: (number, place, age, compared) =>
    [
      `출처 [${number}] ${place}`,
      ...(age ? [age.when] : []),
      ...(compared ? [compared === "newer" ? "더 새로운 문서" : "더 오래된 문서"] : []),
    ].join(" · "),
  footnote: (mark, section) => `각주 [${mark}], ${section}`,
  failure: (errorId) => `답을 가져오지 못했어요. 잠시 뒤에 다시 시도해 주세요. (오류 ${errorId})`,
  tooManyQuestions: (seconds) => `질문이 많아 잠시 쉬고 있어요. ${seconds}초 뒤에 다시 물어봐 주세요.`,
  notReady: () => "아직 문서를 읽고 있어요. 잠시 뒤에 다시 시도해 주세요.",
  questionTooLong: (most) => `질문은 ${most}자까지 쓸 수 있어요.`,
  oldSource: (age) => `${age.span} 전 문서예요. 그 뒤에 바뀌었을 수 있어요.`,
};
