import type { Wording } from "./wording.ts";

export const en: Wording = {
  locale: "en",
  notFound: (nearest) =>
    nearest.length === 0
      ? "The documents don't answer this."
      : `The documents don't answer this. Nearest sections: ${nearest.join(", ")}`,
  whatIDo: () =>
    "I look for the sentences that answer, and show where they stand. If the documents don't say, I will tell you.",
  greeting: () => "Hello.",
  youAreWelcome: () => "Glad if that helped. Ask whenever you want to know more.",
  nothingBefore: () => "There is no answer yet. Ask a question first.",
  askLikeThis: () => "You can ask like this.",
  exampleQuestion: (title, heading) => `What does "${title}" say about ${heading}?`,
  writtenThen: (count, shown) =>
    count > shown
      ? `${count} articles were written in that time. The newest ones come first.`
      : "This was written in that time.",
  emptySection: (section) => `There is a section "${section}", but it is still empty.`,
  nothingLoaded: () => "No documents yet. Once an admin adds some, I can answer.",
  searchedFor: (words) => `Searched for ${words.map((word) => `"${word}"`).join(", ")}.`,
  unsure: () => "This may not be quite what you asked.",
  onlyFirst: () => "This answers your first question only.",
  onlyTwo: () => "I answer up to two questions at a time. These are your first two.",
  fromAnotherArticle: () => "The document before doesn't say. Another one does.",
  somethingElse: () => "That was not it. I have not shown you this one yet.",
  nothingElse: (nearest) =>
    [
      "That was not it. There is nothing else to quote, so please ask in other words.",
      ...(nearest.length === 0 ? [] : [`Nearest sections: ${nearest.join(", ")}`]),
    ].join(" "),
  inSeveralPlaces: () => "Several places speak of this.",
  documentsDiffer: ({ date }) => `The documents differ. The newest one (${date}) comes first.`,
  listGoesOn: (kind, left, citation) => {
    const more = kind === "table" ? (left === 1 ? "row" : "rows") : left === 1 ? "item" : "items";
    return `This ${kind} has ${left} more ${more}. All of it is in source [${citation}].`;
  },
  source: (number, place, age, compared) =>
    [
      `Source [${number}] ${place}`,
      ...(age ? [age.when] : []),
      ...(compared ? [compared === "newer" ? "the newer document" : "an older document"] : []),
    ].join(" · "),
  footnote: (mark, section) => `note [${mark}], ${section}`,
  failure: (errorId) => `I couldn't get an answer. Please try again shortly. (error ${errorId})`,
  tooManyQuestions: (seconds) =>
    `Too many questions just now. Please ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  notReady: () => "I am still reading the documents. Please try again shortly.",
  questionTooLong: (most) => `A question may have ${most} characters at most.`,
  oldSource: (age) => `This is ${age.span} old and may have changed since.`,
};
