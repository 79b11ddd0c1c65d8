import type { Wording } from "./wording.ts";

/** Problems that every front end has words for. */
export type ProblemWording = Pick<Wording, "locale" | "failure" | "tooManyQuestions" | "notReady" | "questionTooLong">;

/** What the chat page writes on its buttons and around answers. In a text, {count} and {seconds} are filled in. */
export interface PageLabels {
  readonly title: string;
  readonly tagline: string;
  readonly questionLabel: string;
  readonly questionHint: string;
  readonly ask: string;
  readonly working: string;
  readonly intro: string;
  readonly tryAsking: string;
  readonly newTalk: string;
  readonly you: string;
  readonly bot: string;
  readonly citation: string;
  readonly openOriginal: string;
  readonly emptySection: string;
  readonly footnotes: string;
  readonly nearest: string;
  readonly why: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly whyNotHelpful: string;
  readonly sendReason: string;
  readonly thanks: string;
  readonly tryAgain: string;
  readonly documents: string;
  readonly documentCount: string;
  readonly closeDocuments: string;
  readonly filterDocuments: string;
  readonly noneFiltered: string;
  readonly noDocuments: string;
  readonly undated: string;
  readonly empty: string;
  readonly unreachable: string;
  readonly tooLong: string;
  readonly otherLanguage: string;
  readonly needsScript: string;
}

/** What the API says where it cannot do what was asked. */
export interface RequestProblems extends ProblemWording {
  noQuestion(): string;
  badConversation(most: number): string;
  badAfter(): string;
  badExplain(): string;
  badLanguage(): string;
  badFeedback(): string;
  badJson(): string;
  notJson(): string;
  bodyTooLarge(kilobytes: number): string;
  unknownHost(): string;
  foreignOrigin(): string;
  nothingHere(): string;
  wrongMethod(allowed: string): string;
  sectionGone(): string;
  webhookOff(): string;
  notSigned(): string;
  wrongSignature(): string;
  staleSignature(minutes: number): string;
  repeatedDelivery(): string;
  unknownArticleType(): string;
  badNewest(): string;
  /** `name`: of a parameter in the address. */
  missingParameter(name: string): string;
  badArticle(field: ArticleField, most: ArticleLimits): string;
}

export type ArticleField = "id" | "title" | "body" | "url" | "publishedAt" | "source" | "categories";

/** Characters; of categories how many there may be, and of each the characters. */
export interface ArticleLimits {
  readonly id: number;
  readonly title: number;
  readonly url: number;
  readonly source: number;
  readonly categories: number;
  readonly category: number;
}
