import type { Explanation } from "../../../src/answers/explanation.ts";
import type { answerJson } from "../../../src/presentation/answer-json.ts";
import type { AnswerMessage, SourceLine } from "../../../src/presentation/answer-message.ts";
import type { ExplanationGroup } from "../../../src/presentation/explanation-text.ts";

interface QuotePlace {
  readonly articleId: string;
  readonly sectionId: string;
  readonly footnote: string | null;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** The fields of every reply in one: a test looks at those its request brings. */
export type Reply = ReturnType<typeof answerJson> & {
  readonly message: Omit<AnswerMessage, "sources"> & {
    readonly sources: readonly (SourceLine & { readonly quoted: QuotePlace })[];
    readonly explanation: readonly ExplanationGroup[];
  };
  readonly exchange: string;
  readonly explanation: Explanation;
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly age: { readonly date: string; readonly ago: string } | null;
    readonly sections: readonly { readonly id: string; readonly name: string; readonly empty: boolean }[];
  }[];
  readonly section: {
    readonly body: string;
    readonly footnotes: readonly { readonly mark: string; readonly text: string }[];
  };
  readonly error: { readonly code: string; readonly message: string; readonly id: string };
};

export async function replyOf(response: Response | undefined): Promise<Reply> {
  return (await response?.json()) as Reply;
}
