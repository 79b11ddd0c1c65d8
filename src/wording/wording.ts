import type { Age, Locale } from "./age.ts";

/** Every sentence the bot says to people who ask. Names and quotations come from documents and are passed in. */
export interface Wording {
  readonly locale: Locale;
  notFound(nearest: readonly string[]): string;
  /** What the bot is for, in a sentence or two. */
  whatIDo(): string;
  greeting(): string;
  youAreWelcome(): string;
  /** To who wants more of an answer, or its source, where there was none. */
  nothingBefore(): string;
  /** Above some questions that can be asked; they follow line by line. */
  askLikeThis(): string;
  /** Of a section's heading, by the title of its document. */
  exampleQuestion(title: string, heading: string): string;
  /** Above what was written at the time asked of: of `count` articles the newest `shown`; they follow line by line. */
  writtenThen(count: number, shown: number): string;
  emptySection(section: string): string;
  nothingLoaded(): string;
  searchedFor(words: readonly string[]): string;
  /** What is quoted more likely does not answer than does. */
  unsure(): string;
  /** Of two questions in one message the first alone is answered. */
  onlyFirst(): string;
  onlyTwo(): string;
  fromAnotherArticle(): string;
  /** The reader said that the answer before is none: what follows was not shown before. */
  somethingElse(): string;
  /** The same where nothing follows. */
  nothingElse(nearest: readonly string[]): string;
  /** Sections that answer nearly alike are quoted side by side. */
  inSeveralPlaces(): string;
  /** Articles of different days state other amounts. */
  documentsDiffer(newest: Age): string;
  /** `left` items of a list, or rows of a table, are not quoted. */
  listGoesOn(kind: "list" | "table", left: number, citation: number): string;
  /** `compared`: with the other documents, where they differ. */
  source(number: number, place: string, age: Age | null, compared?: "newer" | "older"): string;
  footnote(mark: string, section: string): string;
  oldSource(age: Age): string;
  failure(errorId: string): string;
  tooManyQuestions(seconds: number): string;
  notReady(): string;
  questionTooLong(most: number): string;
}
